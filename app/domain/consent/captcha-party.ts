import type { Config } from "~/config.server";
import type { PublicLanguage } from "~/lib/public-language";
import type { ThirdParty } from "./third-party";

/** Of the service that tells people from programs, among the services of a site. */
export const captchaPartyId = "captcha";

type Captcha = NonNullable<Config["captcha"]>;

interface Facts {
  name: string;
  vendor: string;
  privacyUrl: string;
  scriptBase: string;
  script(siteKey: string): string;
  hosts: string[];
  storedNames: string[];
}

const facts: Record<Captcha["vendor"], Facts> = {
  recaptcha: {
    name: "reCAPTCHA",
    vendor: "Google",
    privacyUrl: "https://policies.google.com/privacy",
    scriptBase: "https://www.google.com",
    script: (siteKey) => `/recaptcha/api.js?render=${siteKey}`,
    hosts: ["https://www.google.com", "https://www.gstatic.com", "https://recaptcha.google.com"],
    storedNames: ["_GRECAPTCHA"],
  },
  hcaptcha: {
    name: "hCaptcha",
    vendor: "Intuition Machines",
    privacyUrl: "https://www.hcaptcha.com/privacy",
    scriptBase: "https://js.hcaptcha.com",
    script: () => "/1/api.js?render=explicit&recaptchacompat=off",
    hosts: ["https://hcaptcha.com", "https://*.hcaptcha.com"],
    storedNames: ["hmt_id"],
  },
  turnstile: {
    name: "Turnstile",
    vendor: "Cloudflare",
    privacyUrl: "https://www.cloudflare.com/turnstile-privacy-policy/",
    scriptBase: "https://challenges.cloudflare.com",
    script: () => "/turnstile/v0/api.js?render=explicit",
    hosts: ["https://challenges.cloudflare.com"],
    storedNames: ["cf_clearance"],
  },
};

/** Declared like any other service, so that it is absent before a visitor agreed to it. */
export function captchaParty({ vendor, siteKey, apiBase }: Captcha): ThirdParty {
  const { scriptBase, script, ...shown } = facts[vendor];
  return {
    ...shown,
    id: captchaPartyId,
    siteId: "",
    purpose: captchaPurpose.en,
    category: "functional",
    scripts: [(apiBase ?? scriptBase) + script(siteKey)],
    startCode: "",
    joins: { vendor, key: siteKey },
    hosts: apiBase ? [apiBase, ...shown.hosts] : shown.hosts,
  };
}

export const captchaPurpose: Record<PublicLanguage, string> = {
  en: "Tells people from programs when a form is sent",
  de: "Unterscheidet beim Absenden eines Formulars Menschen von Programmen",
  fr: "Distingue les personnes des programmes à l’envoi d’un formulaire",
  es: "Distingue a las personas de los programas al enviar un formulario",
  it: "Distingue le persone dai programmi quando si invia un modulo",
  nl: "Onderscheidt mensen van programma’s bij het verzenden van een formulier",
  pt: "Distingue pessoas de programas ao enviar um formulário",
  pl: "Odróżnia ludzi od programów przy wysyłaniu formularza",
  cs: "Při odeslání formuláře rozlišuje lidi od programů",
  sk: "Pri odoslaní formulára rozlišuje ľudí od programov",
  hi: "फ़ॉर्म भेजते समय लोगों और प्रोग्रामों में अंतर करता है",
  ar: "يميّز بين الأشخاص والبرامج عند إرسال نموذج",
};
