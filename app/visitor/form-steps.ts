import { problemsIn, type Says } from "./form-check";
import type { Control } from "./form-controls";
import { clearErrors, showErrors } from "./form-errors";

export interface Steps {
  /** Goes on instead of sending; true when there was a step to go on to, or something to correct first. */
  goOn(): boolean;
  /** Shows the step that a control stands in. */
  reveal(control: Control): void;
}

/** One step at a time, with progress. Nothing leaves the browser before the last one. */
export function attendSteps(form: HTMLFormElement, says: Says): Steps | undefined {
  if (!form.dataset.steps) return undefined;
  const steps = Array.from(form.querySelectorAll<HTMLElement>("[data-step]")).filter(
    (step) => !step.parentElement?.closest("[data-step]"),
  );
  const after = Array.from(form.querySelectorAll<HTMLElement>("[data-after-steps]"));
  const where = form.querySelector<HTMLElement>("[data-where]");
  const bar = form.querySelector("progress");
  const back = form.querySelector<HTMLElement>("[data-back]");
  const next = form.querySelector<HTMLElement>("[data-next]");
  let at = 0;

  const titleOf = (step: HTMLElement) =>
    step.dataset.step || step.querySelector("legend,h2,h3,h4")?.textContent?.trim() || "";
  function show(index: number, focus: boolean): void {
    at = index;
    const isLast = at === steps.length - 1;
    steps.forEach((step, place) => {
      step.hidden = place !== at;
    });
    for (const element of after) element.hidden = !isLast;
    if (back) back.hidden = at === 0;
    if (next) next.hidden = isLast;
    if (bar) bar.value = at + 1;
    form.dataset.at = String(at + 1);
    const step = steps[at];
    if (!where || !step) return;
    const count = (says.step ?? "{n}/{m}")
      .replace("{n}", String(at + 1))
      .replace("{m}", String(steps.length));
    where.textContent = [count, titleOf(step)].filter(Boolean).join(": ");
    if (focus) where.focus();
  }

  /** A step of which nothing is asked is passed over. */
  const isEmpty = (step: HTMLElement | undefined): boolean =>
    step?.hasAttribute("data-show-field") === true &&
    Array.from(step.querySelectorAll<Control>("input,select,textarea")).every((control) => control.disabled);
  function neighbour(direction: 1 | -1): number | undefined {
    let index = at + direction;
    while (index >= 0 && index < steps.length && isEmpty(steps[index])) index += direction;
    return index >= 0 && index < steps.length ? index : undefined;
  }

  function goOn(): boolean {
    const step = steps[at];
    const further = neighbour(1);
    if (!step || further === undefined) return false;
    clearErrors(form);
    const problems = problemsIn(form, step, says);
    if (Object.keys(problems).length > 0) showErrors(form, problems, says.errorTitle ?? "", () => undefined);
    else show(further, true);
    return true;
  }

  next?.addEventListener("click", goOn);
  back?.addEventListener("click", () => {
    clearErrors(form);
    const earlier = neighbour(-1);
    if (earlier !== undefined) show(earlier, true);
  });
  show(0, false);
  return {
    goOn,
    reveal(control) {
      const index = steps.findIndex((step) => step.contains(control));
      if (index >= 0 && index !== at) show(index, false);
    },
  };
}
