import { createServer } from "node:http";
import { freePort } from "../db/mariadb";

/** What tokens of the service say; anything else it does not know. */
const verdicts: Record<string, object> = {
  person: { success: true, score: 0.9, action: "form", hostname: "harbour.localhost" },
  program: { success: true, score: 0.1, action: "form", hostname: "harbour.localhost" },
  elsewhere: { success: true, score: 0.9, action: "form", hostname: "other.example" },
  otherwise: { success: true, score: 0.9, action: "login", hostname: "harbour.localhost" },
  refused: { success: false, "error-codes": ["invalid-input-secret"] },
};

/** Speaks reCAPTCHA's protocol: a script for pages, and an answer for servers. */
export async function captchaVendor(port?: number) {
  const at = port ?? (await freePort());
  const asked: string[] = [];
  const script = `window.grecaptcha = {
    ready: (then) => then(),
    execute: (key, { action }) => Promise.resolve(key === "site-key-1" && action === "form" ? "person" : "")
  };`;
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.method === "GET") {
      response.setHeader("content-type", "text/javascript").end(script);
      return;
    }
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const given = new URLSearchParams(Buffer.concat(parts).toString());
      const token = given.get("response") ?? "";
      if (token === "broken") response.statusCode = 500;
      const unknown = { success: false, "error-codes": ["timeout-or-duplicate"] };
      const isOurs = given.get("secret") === "secret-key-1";
      response.end(JSON.stringify(isOurs ? (verdicts[token] ?? unknown) : verdicts.refused));
    });
  });
  await new Promise<void>((resolve) => server.listen(at, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${at}`,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

export const captchaSettings = (origin: string): Record<string, string> => ({
  CAPTCHA: "recaptcha",
  CAPTCHA_SITE_KEY: "site-key-1",
  CAPTCHA_SECRET_KEY: "secret-key-1",
  CAPTCHA_API_BASE: origin,
});
