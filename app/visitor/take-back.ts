import type { CookieCategory } from "../domain/consent/cookie-choice";
import type { Question } from "./consent-question";

const matches = (patterns: readonly string[]) => (name: string) =>
  patterns.some((pattern) =>
    pattern.endsWith("*") ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
  );

function forgetCookie(name: string): void {
  const labels = location.hostname.split(".");
  const domains = labels.map((_label, index) => labels.slice(index).join("."));
  for (const domain of ["", ...domains.map((one) => `; Domain=${one}`)]) {
    // biome-ignore lint/suspicious/noDocumentCookie: works in every browser, and on plain http
    document.cookie = `${name}=; Path=/; Max-Age=0${domain}`;
  }
}

/** Removes what services stored whose category is no longer agreed to. */
export function takeBack(question: Question, granted: readonly CookieCategory[]): void {
  const patterns = question.services
    .filter(({ category }) => question.served.includes(category) && !granted.includes(category))
    .flatMap(({ storedNames }) => storedNames);
  const isTheirs = matches(patterns);
  for (const pair of document.cookie.split("; ")) {
    const name = pair.split("=", 1)[0] ?? "";
    if (isTheirs(name)) forgetCookie(name);
  }
  for (const kind of ["localStorage", "sessionStorage"] as const) {
    try {
      for (const name of Object.keys(window[kind])) if (isTheirs(name)) window[kind].removeItem(name);
    } catch {
      // Storage is switched off: then nothing lies there.
    }
  }
}
