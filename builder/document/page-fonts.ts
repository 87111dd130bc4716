import fontFiles from "./font-files.json";

interface PageFonts {
  /** Font faces of the families that the style sheet names. */
  css: string;
  /** Files that the first screen needs, to be fetched before the style sheet is read. */
  preload: string[];
}

const beyondBasic = /[^\s -~\u00a0·×–—‘’“”•…€→]/u;
const beyondLatin =
  /[^\s -~\u00a0-\u00ff\u0131\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u2010-\u2044\u20ac\u2122\u2190-\u2193\u2212]/u;
/** Written with letters of our files. */
const inLatinLetters = /^(?!(?:ar|hi|fa|he|ur|ja|ko|zh|ru|uk|el|th)\b)/;

/**
 * Our own faces for a page: never from another server, each with a stand-in of the same measure until it has come. A page
 * of plain letters gets the smaller file; what visitors type beyond that comes from the whole one.
 */
export function pageFonts(css: string, text: string, language: string): PageFonts {
  const used = fontFiles.filter(({ name }) => css.includes(`"${name}"`));
  const isBasic = !beyondBasic.test(text);
  const needsMore = beyondLatin.test(text) || /^(?:pl|cs|sk|hu|ro|tr|hr|sl|lt|lv|et|mt)\b/.test(language);
  return {
    css: used
      .map((one) => (isBasic ? one.basic : one.latin) + one.stand + (needsMore ? one.extended : ""))
      .join(""),
    preload: inLatinLetters.test(language)
      ? used
          .filter(({ name }) => firstNamed(css, name))
          .map(({ file, basicFile }) => (isBasic ? basicFile : file))
      : [],
  };
}

/** The face of the headings, or of a page that is set in one face: the first words in sight. The other comes a moment later, in the same measure. */
function firstNamed(css: string, name: string): boolean {
  const isDisplay = css.includes(`--display:"${name}"`) && css.includes("var(--display)");
  return isDisplay || (css.includes(`--font:"${name}"`) && !/--display:"/.test(css));
}
