import type { PageTheme } from "~builder/document/page-theme";

/** Words and grounds that every page of a look has, by what people call them. */
export const themePairs = ({
  colours,
}: Pick<PageTheme, "colours">): { name: string; words: string; ground: string }[] => [
  { name: "Words on the accent colour", words: colours.accentInk, ground: colours.accent },
  { name: "Words on paper", words: colours.ink, ground: colours.paper },
  { name: "Quiet words on paper", words: colours.inkSoft, ground: colours.paper },
  { name: "Links on paper", words: colours.accent, ground: colours.paper },
];
