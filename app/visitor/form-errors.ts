const className = "foyer-error";

function styleOnce(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `.${className}{color:#b3261e;margin:.25em 0 0;font-size:.9em}.${className}:focus{outline:none}`,
  );
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

let styled = false;

function note(text: string, id: string): HTMLElement {
  if (!styled && "adoptedStyleSheets" in document) styleOnce();
  styled = true;
  const element = document.createElement("p");
  element.className = className;
  element.id = id;
  element.textContent = text;
  return element;
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const controlsOf = (form: HTMLFormElement, name: string): Control[] =>
  Array.from(form.elements).filter((element): element is Control => (element as Control).name === name);

export function clearErrors(form: HTMLFormElement): void {
  for (const element of Array.from(form.querySelectorAll(`.${className}`))) element.remove();
  for (const control of Array.from(form.elements)) {
    if (control.getAttribute("data-foyer-wrong") === null) continue;
    control.removeAttribute("data-foyer-wrong");
    control.removeAttribute("aria-invalid");
    control.removeAttribute("aria-describedby");
  }
}

/** Each message beside its field, read out with it; the first wrong field gets the focus. */
export function showErrors(form: HTMLFormElement, errors: Record<string, string>): void {
  let first: Control | undefined;
  Object.keys(errors).forEach((name, index) => {
    const controls = controlsOf(form, name);
    const [control] = controls;
    if (!control) return;
    const id = `foyer-error-${index}`;
    const place = control.closest("label") ?? control;
    place.insertAdjacentElement("afterend", note(errors[name] ?? "", id));
    for (const each of controls) {
      each.setAttribute("data-foyer-wrong", "");
      each.setAttribute("aria-invalid", "true");
      each.setAttribute("aria-describedby", id);
    }
    first ??= control;
  });
  first?.focus();
}

/** What is wrong with the whole, read out at once. */
export function showMessage(form: HTMLFormElement, text: string): void {
  const element = note(text, "foyer-error-form");
  element.setAttribute("role", "alert");
  form.append(element);
}
