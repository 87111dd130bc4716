import { blocks } from "../blocks/blocks";
import { listTexts } from "../document/document-contents";
import { htmlToPageDocument } from "../document/html-to-document";

let known: ReadonlySet<string> | undefined;

/** The sentences that our sections come with. Short ones such as "Menu" may well be meant. */
export function sampleWords(): ReadonlySet<string> {
  known ??= new Set(
    blocks.flatMap(({ html }) =>
      listTexts(htmlToPageDocument({ html }).document)
        .map(({ text }) => text)
        .filter((text) => text.length > 24),
    ),
  );
  return known;
}
