/** What forms ask before they are sent; there only when the visitor agreed to the service. */
export interface CaptchaWindow {
  foyerCaptcha?: () => Promise<string>;
}

interface Service {
  ready?(then: () => void): void;
  render(place: HTMLElement, options: Record<string, unknown>): string;
  execute(target: unknown, options?: Record<string, unknown>): Promise<unknown>;
}

const patienceMs = 3000;
/** Somebody may have to solve something. */
const longPatienceMs = 120_000;
const action = "form";

const { vendor = "", key: sitekey = "" } = document.currentScript?.dataset ?? {};

function placeIn(old: HTMLElement | undefined): HTMLElement {
  old?.remove();
  const place = document.createElement("div");
  document.body.append(place);
  return place;
}

let place: HTMLElement | undefined;
const services: Record<string, { name: string; ask(service: Service): Promise<unknown> }> = {
  recaptcha: {
    name: "grecaptcha",
    ask: (service) =>
      new Promise((resolve, reject) => {
        service.ready?.(() => service.execute(sitekey, { action }).then(resolve, reject));
      }),
  },
  hcaptcha: {
    name: "hcaptcha",
    async ask(service) {
      place = placeIn(place);
      const id = service.render(place, { sitekey, size: "invisible" });
      return ((await service.execute(id, { async: true })) as { response?: string }).response;
    },
  },
  turnstile: {
    name: "turnstile",
    ask: (service) =>
      new Promise((resolve, reject) => {
        place = placeIn(place);
        service.render(place, {
          sitekey,
          action,
          appearance: "interaction-only",
          callback: resolve,
          "error-callback": reject,
        });
      }),
  },
};

/** Never rejects: without a token the built-in defences decide. */
async function ask(): Promise<string> {
  const chosen = services[vendor];
  const service = chosen && (window as unknown as Record<string, Service | undefined>)[chosen.name];
  if (!chosen || !service) return "";
  const wait = vendor === "recaptcha" ? patienceMs : longPatienceMs;
  const late = new Promise<string>((resolve) => setTimeout(() => resolve(""), wait));
  const token = await Promise.race([chosen.ask(service), late]).catch(() => "");
  return typeof token === "string" ? token : "";
}

(window as CaptchaWindow).foyerCaptcha = ask;
