export type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * The form as its kind has it: a field named `action` or `querySelector` would stand in the place of what has that name.
 * FormData and submit() want the form itself.
 */
export const plainForm = (form: HTMLFormElement): HTMLFormElement =>
  new Proxy(form, {
    get(target, key) {
      const own: unknown = Reflect.get(HTMLFormElement.prototype, key, target);
      return typeof own === "function" ? own.bind(target) : own;
    },
    set: (target, key, value) => Reflect.set(HTMLFormElement.prototype, key, value, target),
  });

const isControl = (element: Element): element is Control =>
  /^(?:INPUT|SELECT|TEXTAREA)$/.test(element.tagName);

export const controlsIn = (form: HTMLFormElement): Control[] => Array.from(form.elements).filter(isControl);

export const controlsNamed = (form: HTMLFormElement, name: string): Control[] =>
  controlsIn(form).filter((control) => control.name === name);

export const isBox = (control: Control): control is HTMLInputElement =>
  control.type === "checkbox" || control.type === "radio";

/** What is chosen or typed under a name, as it would be sent. */
export const valuesOf = (controls: readonly Control[]): string[] =>
  controls
    .filter((control) => !control.disabled)
    .flatMap((control) => {
      if (isBox(control)) return control.checked ? [control.value] : [];
      if (control instanceof HTMLSelectElement)
        return Array.from(control.selectedOptions, (option) => option.value);
      return [control.value];
    })
    .filter((value) => value.trim() !== "");

/** What the visitor reads at a field. */
export function labelOf(control: Control): string {
  const group = isBox(control) ? control.closest("fieldset")?.querySelector("legend") : undefined;
  const label = (group ?? control.labels?.[0])?.cloneNode(true) as Element | undefined;
  for (const inside of Array.from(label?.querySelectorAll("select,textarea,.foyer-error") ?? []))
    inside.remove();
  return (label?.textContent ?? control.getAttribute("aria-label") ?? "").replace(/\s+/g, " ").trim();
}
