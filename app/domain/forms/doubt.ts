import type { CaptchaVerdict } from "./ask-captcha.server";

/** What is known of how a submission was sent. */
export interface SubmissionSigns {
  trapFilled: boolean;
  /** The seal of the page: whole and of this form, changed or of another one, or none, as from a program of the customer's own. */
  token: "own" | "wrong" | "none";
  /** The visitor script did its work. */
  hasProof: boolean;
  /** What the service that the operator set says of the visitor. */
  captcha: CaptchaVerdict;
  /** Milliseconds between first touch and sending, as the script says; undefined without script. */
  fillMs: number | undefined;
  botAgent: boolean;
  disposableAddress: boolean;
  links: number;
  /** Submissions without proof within a minute: of this network address, and of this form. */
  fromAddress: number;
  onForm: number;
}

const enough = 4;
const manyFromAddress = 20;
const manyOnForm = 120;
const tooFastMs = 1500;

/**
 * Why a submission should wait for a person; empty when it need not. No single weak sign suffices, so that nobody is kept out
 * for having no script, an old browser or a shared address.
 */
export function doubtOf(signs: SubmissionSigns): string {
  if (signs.trapFilled) return "trap";
  if (signs.token === "wrong") return "token";
  if (signs.captcha === "failed") return "captcha";
  const isVouchedFor = signs.hasProof || signs.captcha === "passed";
  if (!isVouchedFor && signs.fromAddress > manyFromAddress) return "address";
  const busy = !isVouchedFor && signs.onForm > manyOnForm;
  const weights = [
    busy ? 1 : 0,
    signs.token === "own" ? 0 : 1,
    signs.botAgent ? 1 : 0,
    signs.disposableAddress ? 1 : 0,
    signs.links > 2 ? 2 : 0,
    signs.fillMs !== undefined && signs.fillMs < tooFastMs ? 1 : 0,
    isVouchedFor ? -2 : 0,
  ];
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum < enough) return "";
  return busy ? "flood" : "signs";
}

/** Web addresses in texts; a field that asks for one is not counted. */
export const countLinks = (texts: readonly string[]): number =>
  texts.reduce((count, text) => count + (text.match(/https?:\/\/|www\.|\[url/gi)?.length ?? 0), 0);
