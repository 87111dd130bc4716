import { type AnswerSource, type FrozenAnswer, freezeAnswer } from "./frozen-answer.server";
import { type PageTexts, textsOf } from "./page-texts.server";

/** A page as it is published, or one variant of it. */
export interface PlainPage {
  html: string;
  csp: string;
  etag: string;
}

/** A page ready to be sent. */
export interface ServedPage {
  readonly answer: FrozenAnswer;
  /** Set when words of an address can stand in the page. */
  readonly texts?: PageTexts;
}

/** `isVariant`: made for some visitors only, so that nothing in between may keep it. */
export async function freezePage(
  page: PlainPage,
  headers: Record<string, string>,
  isVariant = false,
): Promise<ServedPage> {
  const source: AnswerSource = {
    status: 200,
    contentType: "text/html; charset=utf-8",
    bytes: Buffer.from(page.html),
    etag: page.etag,
    headers: {
      ...headers,
      "cache-control": isVariant ? "private, no-cache" : "public, max-age=0, must-revalidate",
      "content-security-policy": page.csp,
    },
  };
  const answer = await freezeAnswer(source);
  const texts = textsOf(page.html, source);
  return texts ? { answer, texts } : { answer };
}
