import { contrastOf } from "../document/contrast";
import { htmlToMailDocument, type MailDocument } from "../document/mail-document";

export interface MailTemplate {
  id: string;
  name: string;
  /** One sentence for the gallery. */
  description: string;
  /** A subject to start from. */
  subject: string;
  /** The same mail as markup, for writing by hand. */
  html: string;
  readonly document: MailDocument;
}

export function defineMailTemplate(
  source: Omit<MailTemplate, "document"> & { preheader: string },
): MailTemplate {
  const { preheader, ...facts } = source;
  let made: MailDocument | undefined;
  return {
    ...facts,
    get document() {
      made ??= { ...htmlToMailDocument(source.html).document, preheader };
      return structuredClone(made);
    },
  };
}

const sans = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const serif = "Georgia,'Times New Roman',serif";

export const fonts = { sans, serif };

/** Ink turns light only together with the ground under it: a reader in the dark must not get light words on white. */
export const darkInk = `@media (prefers-color-scheme:dark){.ground{background:#15191f!important}.card{background:#1d232b!important}.ink{color:#f1eee8!important}.soft{color:#b9c0ca!important}.rule{border-color:#343c47!important}.dim{background:#f1eee8!important}.dim a{color:#15191f!important}}`;

const resets = `
body{margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%}
table{border-collapse:collapse;mso-table-lspace:0;mso-table-rspace:0}
img{border:0;display:block;max-width:100%;height:auto}
@media (max-width:620px){.card{width:100%!important}.pad{padding-left:24px!important;padding-right:24px!important}.stack{display:block!important;width:100%!important}}
${darkInk}`;

export interface MailPage {
  title: string;
  accent: string;
  ground: string;
  /** Rows of the card. */
  body: string;
}

/** A card of 600 px on a quiet ground, with who writes and how to stop at its foot. */
export const mailPage = ({ title, accent, ground, body }: MailPage): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${title}</title><style>${resets}</style>
<!--[if mso]><style>td,p,a,h1,h2{font-family:Arial,sans-serif!important}</style><![endif]--></head>
<body class="ground" style="margin:0;background:${ground}">
<table role="presentation" width="100%" class="ground" style="background:${ground}"><tr><td align="center" style="padding:28px 12px">
<!--[if mso]><table role="presentation" width="600" align="center"><tr><td><![endif]-->
<table role="presentation" width="100%" class="card" style="max-width:600px;background:#ffffff;border-radius:12px">
<tr><td style="height:6px;background:${accent};border-radius:12px 12px 0 0;font-size:1px;line-height:6px">&nbsp;</td></tr>
${body}
</table>
<!--[if mso]></td></tr></table><![endif]-->
<table role="presentation" width="100%" style="max-width:600px"><tr><td class="pad soft" align="center" style="padding:24px 40px;font:400 13px/1.6 ${sans};color:#5b6470">
<p style="margin:0 0 8px">You get this because you asked for it.
<a class="soft" href="{{unsubscribe_url}}" style="color:#5b6470">Unsubscribe</a> or
<a class="soft" href="{{preferences_url}}" style="color:#5b6470">choose what you get</a>.</p>
<p style="margin:0">{{postal_address}}</p>
</td></tr></table>
</td></tr></table>
</body></html>`;

export const row = (html: string, padding = "0 40px"): string =>
  `<tr><td class="pad ink" style="padding:${padding};font:400 16px/1.65 ${sans};color:#1c2430">${html}</td></tr>`;

export const heading = (text: string, size = 28): string =>
  `<h1 class="ink" style="margin:0 0 14px;font:600 ${size}px/1.25 ${serif};color:#1c2430">${text}</h1>`;

export const subheading = (text: string): string =>
  `<h2 class="ink" style="margin:0 0 6px;font:600 20px/1.3 ${serif};color:#1c2430">${text}</h2>`;

export const paragraph = (html: string): string => `<p style="margin:0 0 16px">${html}</p>`;

/** Beside a card in the dark a dark button could not be told from it, and turns light. */
const isDim = (colour: string): boolean => (contrastOf(colour, "#1d232b") ?? 21) < 1.6;

export const button = (label: string, href: string, accent: string): string =>
  `<table role="presentation"><tr><td${isDim(accent) ? ' class="dim"' : ""} style="background:${accent};border-radius:8px"><a href="${href}" style="display:inline-block;padding:14px 26px;font:600 16px/1.2 ${sans};color:#ffffff;text-decoration:none">${label}</a></td></tr></table>`;

export const rule = `<tr><td class="pad" style="padding:8px 40px 28px"><table role="presentation" width="100%"><tr><td class="rule" style="border-top:1px solid #e4dfd5;font-size:1px;line-height:1px">&nbsp;</td></tr></table></td></tr>`;
