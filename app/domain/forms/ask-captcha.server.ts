import type { Deps } from "../deps";

/** none: nothing to ask about, or nobody to ask; the built-in defences decide alone then. */
export type CaptchaVerdict = "none" | "passed" | "failed";

const verifyAddress = {
  recaptcha: "https://www.google.com/recaptcha/api/siteverify",
  hcaptcha: "https://api.hcaptcha.com/siteverify",
  turnstile: "https://challenges.cloudflare.com/turnstile/v0/siteverify",
} as const;

/** What the visitor script names when it asks for a token. */
export const captchaAction = "form";
const longestToken = 8192;
const patienceMs = 3000;
const mostAtOnce = 200;
/** The service refuses us, not the visitor. */
const ownFault = /secret|sitekey|bad-request|internal/;

interface Answer {
  success?: unknown;
  score?: unknown;
  action?: unknown;
  hostname?: unknown;
  "error-codes"?: unknown;
}

/** Asks the service that is set about a visitor's token. Whatever goes wrong there keeps nobody out. */
export function createCaptchaCheck({ config, log }: Pick<Deps, "config" | "log">) {
  const { captcha } = config;
  let waiting = 0;

  function judge(answer: Answer, host: string, minScore: number): CaptchaVerdict {
    const codes = [answer["error-codes"] ?? []].flat().map(String);
    if (answer.success !== true) {
      const fault = codes.find((code) => ownFault.test(code));
      if (!fault) return "failed";
      log.warn({ code: fault }, "CAPTCHA_SECRET_KEY or CAPTCHA_SITE_KEY is refused");
      return "none";
    }
    const { hostname, action, score } = answer;
    if (typeof hostname === "string" && hostname && hostname !== host) return "failed";
    if (typeof action === "string" && action && action !== captchaAction) return "failed";
    if (captcha?.vendor === "recaptcha" && !(typeof score === "number" && score >= minScore)) return "failed";
    return "passed";
  }

  return async (token: string, ownHost: string): Promise<CaptchaVerdict> => {
    if (!captcha || token === "") return "none";
    if (token.length > longestToken) return "failed";
    if (waiting >= mostAtOnce) return "none";
    const standard = new URL(verifyAddress[captcha.vendor]);
    const address = captcha.apiBase ? captcha.apiBase + standard.pathname : standard.href;
    waiting += 1;
    try {
      const answer = await fetch(address, {
        method: "POST",
        body: new URLSearchParams({ secret: captcha.secretKey, response: token }),
        redirect: "error",
        signal: AbortSignal.timeout(patienceMs),
      });
      if (!answer.ok) throw new Error(`answered ${answer.status}`);
      const host = ownHost.toLowerCase().replace(/:\d+$/, "");
      return judge((await answer.json()) as Answer, host, captcha.minScore);
    } catch (error) {
      log.warn({ err: error }, "the service of CAPTCHA could not be asked");
      return "none";
    } finally {
      waiting -= 1;
    }
  };
}
