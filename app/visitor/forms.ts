import { clearErrors, showErrors, showMessage } from "./form-errors";
import { findProof } from "./proof";
import type { VisitRecord } from "./visit";

const longestWaitMs = 3000;
const wait = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve(""), ms));

interface Answer {
  next?: string;
  errors?: Record<string, string>;
  detail?: string;
}

/** Adds proof of work and fill time, shows errors in place. Whatever goes wrong here, the form is sent as without script. */
function attend(form: HTMLFormElement, visit: VisitRecord): void {
  const tokenOf = () => form.querySelector<HTMLInputElement>('input[name="_t"]')?.value ?? "";
  let touchedAt = 0;
  let proof: Promise<string> | undefined;
  let sending = false;

  const touch = () => {
    if (touchedAt) return;
    touchedAt = Date.now();
    visit.formTouched();
    proof = findProof(tokenOf(), touchedAt);
  };
  form.addEventListener("focusin", touch);

  async function send(button: HTMLElement | null): Promise<void> {
    touch();
    const data = new FormData(form);
    if (button instanceof HTMLButtonElement && button.name) data.append(button.name, button.value);
    data.set("_pow", (await Promise.race([proof, wait(longestWaitMs)])) ?? "");
    data.set("_ms", String(Date.now() - touchedAt));
    data.set("_ref", document.referrer);
    data.set("_v", visit.id);
    const body = new URLSearchParams();
    data.forEach((value, name) => {
      if (typeof value === "string") body.append(name, value);
    });
    const response = await fetch(form.action, {
      method: "POST",
      body,
      headers: { accept: "application/json" },
    });
    const answer = (await response.json()) as Answer;
    // A proof counts once.
    proof = findProof(tokenOf(), Date.now());
    if (answer.next) location.assign(answer.next);
    else if (answer.errors) showErrors(form, answer.errors);
    else if (answer.detail) showMessage(form, answer.detail);
    else throw new Error("no answer");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (sending) return;
    sending = true;
    clearErrors(form);
    form.setAttribute("aria-busy", "true");
    send((event as SubmitEvent).submitter)
      .catch(() => HTMLFormElement.prototype.submit.call(form))
      .then(() => {
        sending = false;
        form.removeAttribute("aria-busy");
      });
  });
}

export function attendForms(visit: VisitRecord): void {
  for (const form of Array.from(document.forms)) {
    if (new URL(form.action, location.href).pathname.startsWith("/f/") && form.method === "post")
      attend(form, visit);
  }
}
