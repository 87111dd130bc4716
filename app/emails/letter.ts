import { publicLanguage, textDirection } from "~/lib/public-language";

/** What a view hands to the door out. */
export interface LetterView {
  subject: string;
  html: string;
  text: string;
}

export interface Letter {
  subject: string;
  /** Two-letter language of the words. */
  language?: string;
  heading: string;
  /** Plain words; escaped here. */
  paragraphs: readonly string[];
  button?: { label: string; url: string };
  /** Below the button: what to do when this was not expected. */
  after?: readonly string[];
  /** Who sends it and why. */
  foot: string;
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeLetter = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character] ?? character);

const face = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

function paragraph(
  words: string,
  style = "margin:0 0 16px;font-size:16px;line-height:1.5",
  direction = "",
): string {
  return `<p${direction && ` dir="${direction}"`} style="${style}">${escapeLetter(words).replace(/\n/g, "<br>")}</p>`;
}

const button = (label: string, url: string) =>
  `<p style="margin:24px 0"><a href="${escapeLetter(url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#0f5c63;color:#ffffff;font-size:16px;text-decoration:none">${escapeLetter(label)}</a></p>` +
  paragraph(url, "margin:0 0 16px;font-size:13px;line-height:1.5;color:#5b6470;word-break:break-all", "ltr");

/** One calm letter: a heading, a few paragraphs, one button at most. The same words as HTML and as text. */
export function writeLetter(letter: Letter): LetterView {
  const { heading, paragraphs, after = [], foot, language = "en" } = letter;
  // Mail programs leave nothing of html and body: the direction stands inside them, too.
  const direction = textDirection(publicLanguage(language));
  const align = direction === "rtl" ? "right" : "left";
  const html = [
    `<!doctype html><html lang="${escapeLetter(language)}" dir="${direction}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeLetter(letter.subject)}</title></head>`,
    `<body style="margin:0;padding:24px;background:#f7f5f2;color:#1d242e;${face}"><div dir="${direction}" style="text-align:${align}"><div style="max-width:560px;margin:0 auto;padding:32px;border-radius:10px;background:#ffffff">`,
    `<h1 style="margin:0 0 20px;font-size:22px;line-height:1.3">${escapeLetter(heading)}</h1>`,
    ...paragraphs.map((words) => paragraph(words)),
    letter.button ? button(letter.button.label, letter.button.url) : "",
    ...after.map((words) => paragraph(words)),
    `</div>${paragraph(foot, "max-width:560px;margin:16px auto 0;font-size:13px;line-height:1.5;color:#5b6470")}</div></body></html>`,
  ].join("");
  const text = [
    heading,
    ...paragraphs,
    ...(letter.button ? [`${letter.button.label}:\n${letter.button.url}`] : []),
    ...after,
    `--\n${foot}`,
  ].join("\n\n");
  return { subject: letter.subject, html, text: `${text}\n` };
}
