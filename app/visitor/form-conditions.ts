import { conditionHolds, readCondition } from "~builder/document/field-condition";
import { type Control, controlsIn, controlsNamed, valuesOf } from "./form-controls";

const marks = "[data-show-field],[data-require-field]";

/** Steps are shown in their turn; those of which nothing is asked are passed over. */
const isStep = (box: Element): boolean =>
  box.matches("form[data-steps] [data-step]") && !box.parentElement?.closest("[data-step]");

function turn(box: Element, shown: boolean): void {
  if (!isStep(box)) (box as HTMLElement).hidden = !shown;
  box.toggleAttribute("data-unasked", !shown);
  const inside = Array.from(box.querySelectorAll<Control>("input,select,textarea"));
  for (const control of box.matches("input,select,textarea") ? [box as Control] : inside) {
    if (!shown && !control.disabled) control.setAttribute("data-off", "");
    if (!shown) control.disabled = true;
    else if (control.hasAttribute("data-off") && !control.closest("[data-unasked]")) {
      control.disabled = false;
      control.removeAttribute("data-off");
    }
    if (control.hasAttribute("data-required")) control.required = shown;
  }
}

/** Decides from top to bottom what is asked for; the server decides the same again. */
function decide(form: HTMLFormElement): void {
  for (const box of Array.from(form.querySelectorAll(marks))) {
    for (const effect of ["show", "require"] as const) {
      const condition = readCondition((name) => box.getAttribute(name), effect);
      const sources = condition ? controlsNamed(form, condition.field) : [];
      const [first] = sources;
      // A condition looks back only, and what it looks for must be there.
      if (!condition || !first || !(first.compareDocumentPosition(box) & Node.DOCUMENT_POSITION_FOLLOWING))
        continue;
      const holds = conditionHolds(condition, valuesOf(sources));
      if (effect === "show") turn(box, holds);
      else if (box.matches("input,select,textarea")) (box as Control).required = holds;
      else
        for (const one of Array.from(box.querySelectorAll<Control>("input,select,textarea")))
          one.required = holds;
    }
  }
}

/** Follows the answers that other fields depend on. */
export function attendConditions(form: HTMLFormElement): void {
  if (!form.querySelector(marks)) return;
  for (const control of controlsIn(form)) {
    if (control.hasAttribute("data-required") && !control.closest("[data-show-field]"))
      control.required = true;
  }
  const again = () => decide(form);
  form.addEventListener("input", again);
  form.addEventListener("change", again);
  form.addEventListener("reset", () => setTimeout(again));
  again();
}
