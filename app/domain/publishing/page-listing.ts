/** How others list a page: takes effect at once, without publishing again. */
export interface PageListing {
  /** Kept out of search engines and of the sitemap. */
  hidden: boolean;
  /** Empty, or the address that search engines shall take for the original. */
  canonical: string;
  /** Shared by pages that are translations of each other; empty for a page without. */
  translationGroup: string;
  /** Empty, or the picture shown where the page is shared. */
  shareFileId: string;
}

export const newPageListing: PageListing = {
  hidden: false,
  canonical: "",
  translationGroup: "",
  shareFileId: "",
};

/** The same page in another language, published. */
export interface Alternate {
  language: string;
  url: string;
}

/** Everything about a served page that can change without a new version of it. */
export interface Presentation {
  /** Scheme and host under which the page is known. */
  origin: string;
  /** Search engines may list it. */
  searchable: boolean;
  canonical: string;
  /** Empty when there is only one language. */
  alternates: readonly Alternate[];
  /** Where no language fits; empty without alternates. */
  fallback: string;
  /** Picture for sharing in place of the one drawn from the page; empty for that one. */
  shareImage: string;
  /** Its width and height, where there is one. */
  shareSize: readonly number[];
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The picture drawn from the page, with its size. */
const drawnPicture = /<meta property="og:image(?::width|:height)?" content="[^"]*">/g;
/** The same picture, as it is told to machines. */
const namedPicture = /"primaryImageOfPage":"[^"]*"/;
const canonicalLink = /<link rel="canonical" href="([^"]*)">/;

function languageLinks({ alternates, fallback }: Presentation): string {
  const link = (language: string, url: string) =>
    `<link rel="alternate" hreflang="${escapeHtml(language)}" href="${escapeHtml(url)}">`;
  if (alternates.length === 0) return "";
  return alternates.map(({ language, url }) => link(language, url)).join("") + link("x-default", fallback);
}

/** A frozen page as it is listed now: its main address, its original, its translations, its picture. */
export function presentPage(html: string, presentation: Presentation): string {
  const headEnd = html.indexOf("<style>");
  const frozen = canonicalLink.exec(html.slice(0, headEnd));
  if (headEnd < 0 || !frozen || !URL.canParse(frozen[1] ?? "")) return html;
  const frozenOrigin = new URL(frozen[1] ?? "").origin;
  const { origin, canonical, shareImage, shareSize } = presentation;
  let head = html.slice(0, headEnd);
  if (frozenOrigin !== origin) head = head.replaceAll(`${frozenOrigin}/`, () => `${origin}/`);
  if (canonical)
    head = head.replace(canonicalLink, () => `<link rel="canonical" href="${escapeHtml(canonical)}">`);
  if (shareImage) {
    head = head.replace(drawnPicture, "");
    head = head.replace(namedPicture, () => `"primaryImageOfPage":${JSON.stringify(shareImage)}`);
    head += `<meta property="og:image" content="${escapeHtml(shareImage)}">`;
    for (const [at, name] of ["width", "height"].entries())
      head += `<meta property="og:image:${name}" content="${shareSize[at] ?? 0}">`;
  }
  return head + languageLinks(presentation) + html.slice(headEnd);
}
