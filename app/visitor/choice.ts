export interface Choice {
  analytics: boolean;
  marketing: boolean;
}

/** What the visitor chose before; undefined when never asked, or asked too long ago. */
export function readChoice(): Choice | undefined {
  const value = /(?:^|; )foyer_consent=1\.([a-])([m-])/.exec(document.cookie);
  return value ? { analytics: value[1] === "a", marketing: value[2] === "m" } : undefined;
}

/** The browser asks on its own not to be tracked. */
export const asksForPrivacy = (): boolean =>
  (navigator as Navigator & { globalPrivacyControl?: boolean }).globalPrivacyControl === true;

/** Records the choice as proof; the answer remembers it in a cookie. */
export function sendChoice(page: string, choice: Choice, wording: string): Promise<unknown> {
  return fetch("/consent", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ t: page, ...choice, w: wording }),
    keepalive: true,
  }).then(() => dispatchEvent(new CustomEvent("foyer:consent", { detail: choice })));
}
