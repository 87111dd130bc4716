import type { CaptchaWindow } from "./captcha";
import { problemsIn, saysOf } from "./form-check";
import type { attendConditions } from "./form-conditions";
import { plainForm } from "./form-controls";
import { clearErrors, showErrors, showMessage, showThanks } from "./form-errors";
import { attendMemory, fillFromAddress } from "./form-memory";
import type { attendSteps } from "./form-steps";
import { findProof } from "./proof";
import type { VisitRecord } from "./visit";

const longestWaitMs = 3000;
const wait = (ms: number) => new Promise<string>((resolve) => setTimeout(() => resolve(""), ms));

interface Answer {
  next?: string;
  message?: string;
  errors?: Record<string, string>;
  detail?: string;
}

/** Files go as they are; everything else in the shorter form. */
function bodyOf(data: FormData): FormData | URLSearchParams {
  const body = new URLSearchParams();
  let hasFile = false;
  data.forEach((value, name) => {
    if (typeof value === "string") body.append(name, value);
    else hasFile ||= value.size > 0;
  });
  return hasFile ? data : body;
}

/** What only some forms need, and only their pages load. */
export interface FormParts {
  attendConditions?: typeof attendConditions;
  attendSteps?: typeof attendSteps;
}

/**
 * Steps, conditions and checks before sending; proof of work and fill time; errors in place. Whatever goes wrong here, the
 * form is sent as without script.
 */
function attend(itself: HTMLFormElement, visit: VisitRecord, parts: FormParts): void {
  const form = plainForm(itself);
  const tokenOf = () => form.querySelector<HTMLInputElement>('input[name="_t"]')?.value ?? "";
  const says = saysOf(form);
  let touchedAt = 0;
  let proof: Promise<string> | undefined;
  let sending = false;

  fillFromAddress(form);
  const memory = attendMemory(form);
  parts.attendConditions?.(form);
  const steps = parts.attendSteps?.(form, says);
  // Without words of ours the browser's own are better than none.
  if (says.required) form.noValidate = true;

  const touch = () => {
    if (touchedAt) return;
    touchedAt = Date.now();
    visit.formTouched();
    proof = findProof(tokenOf(), touchedAt);
  };
  form.addEventListener("focusin", touch);
  const refuse = (errors: Record<string, string>) =>
    showErrors(form, errors, says.errorTitle ?? "", (control) => steps?.reveal(control));

  async function send(button: HTMLElement | null): Promise<void> {
    touch();
    const data = new FormData(itself);
    if (button instanceof HTMLButtonElement && button.name) data.append(button.name, button.value);
    data.set("_pow", (await Promise.race([proof, wait(longestWaitMs)])) ?? "");
    data.set("_captcha", (await (window as CaptchaWindow).foyerCaptcha?.()) ?? "");
    data.set("_ms", String(Date.now() - touchedAt));
    data.set("_ref", document.referrer);
    data.set("_v", visit.id);
    const response = await fetch(form.action, {
      method: "POST",
      body: bodyOf(data),
      headers: { accept: "application/json" },
    });
    const answer = (await response.json()) as Answer;
    // A proof counts once.
    proof = findProof(tokenOf(), Date.now());
    if (answer.next) {
      memory?.keep();
      if (answer.message) showThanks(form, answer.message);
      else location.assign(answer.next);
    } else if (answer.errors) refuse(answer.errors);
    else if (answer.detail) showMessage(form, answer.detail);
    else throw new Error("no answer");
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (sending || steps?.goOn()) return;
    clearErrors(form);
    const problems = says.required ? problemsIn(form, form, says) : {};
    if (Object.keys(problems).length > 0) {
      touch();
      refuse(problems);
      return;
    }
    sending = true;
    form.setAttribute("aria-busy", "true");
    send((event as SubmitEvent).submitter)
      .catch(() => HTMLFormElement.prototype.submit.call(itself))
      .then(() => {
        sending = false;
        form.removeAttribute("aria-busy");
      });
  });
}

export function attendForms(visit: VisitRecord, parts: FormParts = {}): void {
  for (const form of Array.from(document.forms)) {
    const { action, method } = plainForm(form);
    if (new URL(action, location.href).pathname.startsWith("/f/") && method === "post")
      attend(form, visit, parts);
  }
}
