import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { fillUrlTexts, findUrlTexts, type UrlTextPlace } from "~builder/document/fill-url-texts";
import { type AnswerSource, type FrozenAnswer, freezeAnswer, sizeOf } from "./frozen-answer.server";

/** What is needed to put the words of an address into a page. */
export interface PageTexts {
  html: string;
  places: readonly UrlTextPlace[];
  source: AnswerSource;
}

/** Undefined for pages without such places. */
export function textsOf(html: string, source: AnswerSource): PageTexts | undefined {
  const places = findUrlTexts(html);
  return places.length > 0 ? { html, places, source } : undefined;
}

const variantBytes = 8 * 1024 * 1024;

/** Pages with words from their address: made on the server, so that nothing jumps and no script is needed. */
export function createTextVariants() {
  const made = new LRUCache<string, FrozenAnswer>({
    maxSize: variantBytes,
    sizeCalculation: sizeOf,
  });
  return async (page: PageTexts, search: string): Promise<FrozenAnswer | undefined> => {
    const html = fillUrlTexts(page.html, page.places, new URLSearchParams(search));
    if (html === undefined) return undefined;
    const csp = page.source.headers["content-security-policy"] ?? "";
    const etag = createHash("sha256").update(html).update(csp).digest("base64url").slice(0, 27);
    const known = made.get(etag);
    if (known) return known;
    const answer = await freezeAnswer({
      ...page.source,
      bytes: Buffer.from(html),
      etag,
      quick: true,
      // One visitor's words are nobody else's: no cache in between may keep them.
      headers: { ...page.source.headers, "cache-control": "private, no-cache" },
    });
    made.set(etag, answer);
    return answer;
  };
}
