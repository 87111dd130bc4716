import { namedValues } from "~/lib/named-values";
import { type Control, controlsIn, isBox } from "./form-controls";

const key = "foyer_entries";
const kept = /^(?:text|email|tel|url|select-one|radio)$/;
const maxLength = 200;

const mayKeep = (control: Control): boolean =>
  control.name !== "" &&
  !control.name.startsWith("_") &&
  kept.test(control.type) &&
  !/\b(?:off|cc-|one-time|password)/.test(control.autocomplete);

function read(): Record<string, string> | undefined {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    return stored && typeof stored === "object" ? (stored as Record<string, string>) : undefined;
  } catch {
    return undefined;
  }
}

function write(entries: Record<string, string> | undefined): void {
  try {
    if (entries) localStorage.setItem(key, JSON.stringify(entries));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing is a choice, too.
  }
}

export interface Memory {
  /** After sending: keeps the entries where the visitor ticked the box. */
  keep(): void;
}

/** Entries stay in the visitor's own browser, when they ask for it, and go when they ask for that. */
export function attendMemory(form: HTMLFormElement): Memory | undefined {
  const box = form.querySelector<HTMLInputElement>("input[data-remember]");
  const forget = form.querySelector<HTMLElement>("[data-forget]");
  if (!box || !forget) return undefined;
  const entries = read();
  const own = controlsIn(form).filter(mayKeep);
  if (entries) {
    box.checked = true;
    forget.hidden = false;
    for (const control of own) {
      const value = Object.hasOwn(entries, control.name) ? entries[control.name] : undefined;
      if (typeof value !== "string" || value === "") continue;
      if (isBox(control)) control.checked ||= control.value === value;
      else if (control.value === "" || control.type === "select-one") control.value = value;
    }
  }
  forget.addEventListener("click", () => {
    write(undefined);
    box.checked = false;
    forget.hidden = true;
    form.reset();
    box.focus();
  });
  box.addEventListener("change", () => {
    if (!box.checked) write(undefined);
  });
  return {
    keep() {
      if (!box.checked) return;
      const next = namedValues(read());
      for (const control of own) {
        if (control.disabled || (isBox(control) && !control.checked)) continue;
        next[control.name] = control.value.slice(0, maxLength);
      }
      write(next);
    },
  };
}

const parameterLength = 500;

/** Hidden fields that take their value from the address of the page. */
export function fillFromAddress(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const input of Array.from(
    form.querySelectorAll<HTMLInputElement>("input[type=hidden][data-from-url]"),
  )) {
    const value = query.get(input.dataset.fromUrl ?? "")?.trim();
    if (value) input.value = value.slice(0, parameterLength);
  }
}
