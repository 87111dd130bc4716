import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { formWords } from "~/domain/forms/form-words";
import { publicLanguage } from "~/lib/public-language";
import { bodyStart } from "~builder/document/body-start";
import { escapeText } from "~builder/document/escape-html";
import { extendPolicy } from "./extend-policy";
import { type FrozenAnswer, freezeAnswer, sizeOf, thawAnswer } from "./frozen-answer.server";

/** What the address of a page after sending says while the person still has to confirm by e-mail. */
const mark = "foyer=confirm";

export function withConfirmMark(path: string): string {
  const [whole = "", hash] = path.split("#", 2);
  const marked = `${whole}${whole.includes("?") ? "&" : "?"}${mark}`;
  return hash === undefined ? marked : `${marked}#${hash}`;
}

export const asksToConfirm = (search: string): boolean => search.split("&").includes(mark);

const css =
  ".foyer-confirm{position:relative;z-index:2147482000;box-sizing:border-box;padding:14px 20px;font:600 17px/1.5 system-ui,sans-serif;text-align:center;background:#fdf0cf;color:#3b2a04;border-bottom:1px solid #c98a1b}";
const styleSource = `'sha256-${createHash("sha256").update(css).digest("base64")}'`;

const madeBytes = 4 * 1024 * 1024;
const aboutBody = ["etag", "content-encoding", "content-length", "content-type", "vary"];

/**
 * Pages after sending that begin with the request to look into the mail: on the server, so that it needs no script and
 * the page itself stays what was published.
 */
export function createConfirmHints() {
  const made = new LRUCache<string, FrozenAnswer>({ maxSize: madeBytes, sizeCalculation: sizeOf });
  return async (answer: FrozenAnswer): Promise<FrozenAnswer> => {
    const known = made.get(answer.etag);
    if (known) return known;
    const plain = thawAnswer(answer);
    const html = plain.body.toString();
    const at = bodyStart(html);
    if (answer.status !== 200 || !answer.etag || at === undefined) return answer;
    const language = publicLanguage(/<html[^>]*\slang="([^"]+)"/.exec(html)?.[1] ?? "en");
    const hint =
      `<style>${css}</style>` +
      `<div class="foyer-confirm" role="status">${escapeText(formWords[language].confirmText)}</div>`;
    const headers: Record<string, string> = { "x-robots-tag": "noindex" };
    for (let index = 0; index < plain.headers.length; index += 2) {
      const [name = "", value = ""] = plain.headers.slice(index, index + 2);
      if (!aboutBody.includes(name)) headers[name] = value;
    }
    headers["content-security-policy"] = extendPolicy(headers["content-security-policy"] ?? "", {
      "style-src": [styleSource],
    });
    const hinted = await freezeAnswer({
      status: 200,
      contentType: "text/html; charset=utf-8",
      bytes: Buffer.from(html.slice(0, at) + hint + html.slice(at)),
      etag: createHash("sha256").update(answer.etag).update(hint).digest("base64url").slice(0, 27),
      headers,
      quick: true,
    });
    made.set(answer.etag, hinted);
    return hinted;
  };
}
