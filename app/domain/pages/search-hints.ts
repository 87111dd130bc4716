import { beginningOf } from "~builder/document/beginning-of";
import { listImages, listTexts } from "~builder/document/document-contents";
import type { HintedPage, PageHint } from "./page-hint";

const longTitle = 65;
const shortTitle = 12;
const [shortDescription, longDescription] = [50, 170];

const warn = (hint: Omit<PageHint, "area" | "weight">): PageHint => ({
  ...hint,
  area: "search",
  weight: "warn",
});
const tip = (hint: Omit<PageHint, "area" | "weight">): PageHint => ({
  ...hint,
  area: "search",
  weight: "tip",
});

function settingHints({ title, description }: Pick<HintedPage, "title" | "description">): PageHint[] {
  const hints: PageHint[] = [];
  const words = description.trim();
  if (words === "") {
    hints.push(
      warn({
        id: "description_missing",
        message: "The page has no description.",
        remedy: "Add one or two sentences in the page settings: search results and shared links show them.",
        fix: "settings",
      }),
    );
  } else if (words.length < shortDescription || words.length > longDescription) {
    hints.push(
      tip({
        id: "description_length",
        message: `The description has ${words.length} characters.`,
        remedy: `Search results show best between ${shortDescription} and ${longDescription}.`,
        fix: "settings",
      }),
    );
  }
  if (title.length > longTitle) {
    hints.push(
      tip({
        id: "title_long",
        message: "The title is longer than search results show.",
        remedy: `Keep it under ${longTitle} characters.`,
        fix: "settings",
      }),
    );
  }
  if (title.trim().length < shortTitle) {
    hints.push(
      tip({
        id: "title_short",
        message: `“${title.trim()}” says little in a search result.`,
        remedy: "Say in the title what the page offers and by whom.",
        fix: "settings",
      }),
    );
  }
  return hints;
}

/** What search engines and shared links would show poorly. */
export function searchHints(page: HintedPage): PageHint[] {
  const texts = listTexts(page.document);
  const samples = texts.filter(({ text }) => page.sampleTexts.has(text));
  const words = texts.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  return [
    ...(samples.length > 0
      ? [
          warn({
            id: "sample_words",
            message:
              samples.length === 1
                ? `“${beginningOf(samples[0]?.text ?? "", 60)}” is still our example.`
                : `${samples.length} texts are still our examples, such as “${beginningOf(samples[0]?.text ?? "", 60)}”.`,
            remedy: "Write your own, or remove the part.",
            path: samples[0]?.path,
          }),
        ]
      : []),
    ...settingHints(page),
    ...(words > 0 && words < 40
      ? [
          tip({
            id: "words_few",
            message: `The page has ${words} words.`,
            remedy: "A little more about what visitors get helps people and search engines alike.",
          }),
        ]
      : []),
    ...(listImages(page.document).length === 0 && words > 150
      ? [
          tip({
            id: "picture_missing",
            message: "The page has no picture of yours.",
            remedy: "One good picture says quickly what the page is about, and shared links can show it.",
          }),
        ]
      : []),
  ];
}
