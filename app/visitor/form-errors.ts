import { namedProblem } from "~builder/document/named-problem";
import { type Control, controlsNamed, isBox, labelOf } from "./form-controls";

const className = "foyer-error";

function styleOnce(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `.${className}{color:#b3261e;margin:.25em 0 0;font-size:.9em}.${className}:focus{outline:none}div.${className}{border-inline-start:4px solid;padding-inline-start:.9em;margin:0;grid-column:1/-1;text-align:start}.${className} a{color:inherit}.${className} ul{margin:.25em 0 0;padding-inline-start:1.2em}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

let styled = false;
let count = 0;

function note(tag: string, text: string, id = ""): HTMLElement {
  if (!styled && "adoptedStyleSheets" in document) styleOnce();
  styled = true;
  const element = document.createElement(tag);
  element.className = className;
  if (id) element.id = id;
  element.textContent = text;
  return element;
}

export function clearErrors(form: HTMLFormElement): void {
  for (const element of Array.from(form.querySelectorAll(`.${className}`))) element.remove();
  for (const control of Array.from(form.elements)) {
    const before = control.getAttribute("data-foyer-wrong");
    if (before === null) continue;
    control.removeAttribute("data-foyer-wrong");
    control.removeAttribute("aria-invalid");
    if (before) control.setAttribute("aria-describedby", before);
    else control.removeAttribute("aria-describedby");
  }
}

/** Marks the fields of one name; what was read out with them before still is. */
function mark(controls: readonly Control[], text: string): void {
  const [control] = controls;
  if (!control) return;
  count += 1;
  const id = `foyer-error-${count}`;
  const place = (isBox(control) && controls.length > 1 && control.closest("fieldset")) || control;
  const message = note("p", text, id);
  if (place instanceof HTMLFieldSetElement) place.append(message);
  else
    (place.closest(".f-phone") ?? place.closest("label") ?? place).insertAdjacentElement("afterend", message);
  for (const each of controls) {
    const before = each.getAttribute("aria-describedby") ?? "";
    each.setAttribute("data-foyer-wrong", before);
    each.setAttribute("aria-invalid", "true");
    each.setAttribute("aria-describedby", before ? `${id} ${before}` : id);
  }
}

/** Read out by moving the focus to it: a live region beside that would say all of it again. */
function summary(wrong: readonly { control: Control; text: string }[], title: string): HTMLElement {
  const box = note("div", title);
  const list = document.createElement("ul");
  list.id = "foyer-errors";
  box.role = "group";
  box.ariaLabel = title;
  box.setAttribute("aria-describedby", list.id);
  box.tabIndex = -1;
  for (const { control, text } of wrong) {
    count += 1;
    control.id ||= `foyer-field-${count}`;
    const link = document.createElement("a");
    link.href = `#${control.id}`;
    link.textContent = namedProblem(labelOf(control), text);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      control.focus();
    });
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  box.append(list);
  return box;
}

/**
 * Each message beside its field, read out with it. One wrong field gets the focus; of several there is a list with ways to
 * each.
 */
export function showErrors(
  form: HTMLFormElement,
  errors: Record<string, string>,
  title: string,
  reveal: (control: Control) => void,
): void {
  const wrong = Object.entries(errors).flatMap(([name, text]) => {
    const controls = controlsNamed(form, name);
    const [control] = controls;
    if (!control) return [];
    mark(controls, text);
    return [{ control, text }];
  });
  const [first] = wrong;
  if (!first) {
    showMessage(form, Object.values(errors).join(" "));
    return;
  }
  reveal(first.control);
  if (wrong.length === 1) {
    first.control.focus();
    return;
  }
  const box = summary(wrong, title);
  form.prepend(box);
  box.focus();
}

/** What is wrong with the whole, read out at once. */
export function showMessage(form: HTMLFormElement, text: string): void {
  const element = note("p", text, "foyer-error-form");
  element.setAttribute("role", "alert");
  form.append(element);
}

/** What is said in place of the form once it has arrived. */
export function showThanks(form: HTMLFormElement, text: string): void {
  const box = document.createElement("div");
  box.className = "f-done";
  box.tabIndex = -1;
  for (const line of text.split("\n")) {
    const words = document.createElement("p");
    words.textContent = line;
    box.append(words);
  }
  form.replaceWith(box);
  box.focus();
}
