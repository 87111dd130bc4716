import type { PageDocument } from "./page-document";

const quoted = /"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'/g;

const unescaped = (text: string): string =>
  text.replace(/\\(?:([0-9a-f]{1,6})\s?|\r?\n|([\s\S]))/gi, (_all, hex?: string, character?: string) => {
    const code = hex ? Number.parseInt(hex, 16) : 0;
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (character ?? "");
  });

/** Words that styles put onto a page, where no element holds them. */
export function listWordsInStyles(document: PageDocument): string[] {
  const words = document.project.styles.flatMap(({ style }) =>
    Object.entries(style)
      .filter(([name]) => name === "content" || name.startsWith("--"))
      .flatMap(([, value]) => value)
      .map((value) =>
        Array.from(value.matchAll(quoted), ([, one, other]) => unescaped(one ?? other ?? "")).join(""),
      ),
  );
  return [...new Set(words)].filter((text) => /\p{L}{2}/u.test(text));
}
