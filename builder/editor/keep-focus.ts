const wordsOf = (control: Element): string =>
  (control as HTMLInputElement).labels?.[0]?.textContent ??
  control.getAttribute("aria-label") ??
  control.textContent ??
  "";

const controls = "input,select,textarea,button";

/**
 * Draws a panel anew without taking the keyboard away: the focus goes to the control that is called the same, to the
 * one after it where that can not be used now, or to the heading where there is none any more.
 */
export function keepingFocus(panel: HTMLElement, draw: () => void): void {
  const before = document.activeElement;
  if (!before || !panel.contains(before)) {
    draw();
    return;
  }
  const wasControl = before.matches(controls);
  const [words, tag] = [wordsOf(before), before.tagName];
  draw();
  const now = Array.from(panel.querySelectorAll<HTMLElement>(controls));
  const place = wasControl ? now.findIndex((one) => one.tagName === tag && wordsOf(one) === words) : -1;
  const same = [...now.slice(place), ...now].find((one) => !one.matches(":disabled"));
  ((place >= 0 ? same : undefined) ?? panel.querySelector<HTMLElement>("h2") ?? panel).focus();
}

/** Draws in a turn of its own, and not under a press that is still held: it would miss its click. */
export function whenReleased(panel: HTMLElement, draw: () => void): void {
  setTimeout(() => {
    if (panel.matches(":active")) whenReleased(panel, draw);
    else draw();
  }, 30);
}
