import type { Component } from "grapesjs";
import { addableFields, addField, addStep } from "./add-field";
import { attribute, childrenOf, hasFlag, within } from "./component-parts";
import { el, iconButton, textButton } from "./dom";
import { type FormField, fieldsOf, wordsOfKind } from "./form-fields";

/** Moves a question by one: past its neighbour, or into the next step. */
function moveField(form: Component, field: FormField, direction: 1 | -1): void {
  const parent = field.box.parent();
  if (!parent) return;
  const boxes = fieldsOf(form)
    .map((one) => one.box)
    .filter((box) => box.parent() === parent);
  const neighbour = boxes[boxes.indexOf(field.box) + direction];
  if (neighbour) {
    field.box.move(parent, { at: neighbour.index() + (direction > 0 ? 1 : 0) });
    return;
  }
  const steps = within(form).filter((one) => hasFlag(one, "data-step"));
  const step = steps[steps.indexOf(parent) + direction];
  if (!steps.includes(parent) || !step) return;
  const first = childrenOf(step).findIndex((one) => one.get("tagName") !== "legend");
  field.box.move(step, { at: direction > 0 ? Math.max(0, first) : childrenOf(step).length });
}

/** The questions of a form as a list: each can be chosen, moved and removed by keyboard. */
export function fieldList(form: Component): HTMLElement {
  const holder = el("section", { className: "fe-fields", aria: { label: "Fields of the form" } });
  const told = el("p", { className: "fe-hint", role: "status" });

  function row(field: FormField, index: number, count: number): HTMLElement {
    const again = (button: "up" | "down", words: string) => {
      draw();
      told.textContent = words;
      const moved = fieldsOf(form).findIndex((one) => one.name === field.name);
      holder
        .querySelectorAll<HTMLElement>("li")
        [moved]?.querySelector<HTMLElement>(`[data-act="${button}"]`)
        ?.focus();
    };
    const mover = (sign: "up" | "down", direction: 1 | -1) => {
      const button = iconButton(sign, `Move ${sign}: ${field.label}`, () => {
        moveField(form, field, direction);
        again(sign, `${field.label} was moved ${sign}.`);
      });
      button.dataset.act = sign;
      const isInStep = hasFlag(field.box.parent() ?? form, "data-step");
      button.disabled = !isInStep && (direction < 0 ? index === 0 : index === count - 1);
      return button;
    };
    const name = textButton(field.label, () => form.em.setSelected(field.box));
    name.className = "fe-field-name";
    const required = field.controls.some((one) => hasFlag(one, "required")) ? ", must be filled in" : "";
    const condition = hasFlag(field.box, "data-show-field")
      ? `, depends on ${attribute(field.box, "data-show-field")}`
      : "";
    return el(
      "li",
      { className: "fe-field" },
      el("div", {}, name, el("small", {}, `${wordsOfKind(field)}${required}${condition}`)),
      el(
        "div",
        { className: "fe-field-acts" },
        mover("up", -1),
        mover("down", 1),
        iconButton("remove", `Remove: ${field.label}`, () => {
          field.box.remove();
          draw();
          told.textContent = `${field.label} was removed.`;
          holder.querySelector<HTMLElement>("select")?.focus();
        }),
      ),
    );
  }

  function draw(): void {
    const fields = fieldsOf(form);
    const list = el(
      "ol",
      { className: "fe-field-list" },
      ...fields.map((field, index) => row(field, index, fields.length)),
    );
    const add = el("select", { aria: { label: "Add a field" } }, el("option", { value: "" }, "Add a field"));
    for (const { id, label } of addableFields) add.append(el("option", { value: id }, label));
    const confirm = textButton("Add", () => {
      if (add.value) addField(form, add.value);
      else add.focus();
    });
    const step = textButton("Add a step", () => {
      addStep(form);
      draw();
      told.textContent = "A step was added. Move fields into it with the arrows.";
    });
    holder.replaceChildren(list, el("div", { className: "fe-field-add" }, add, confirm, step), told);
  }
  draw();
  return holder;
}
