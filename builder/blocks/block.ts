export type BlockCategory = "Opening" | "Content" | "Trust" | "Form" | "Closing";

/** A finished section to drop on a page: responsive, accessible, and styled by the page's own tokens. */
export interface Block {
  id: string;
  label: string;
  category: BlockCategory;
  html: string;
  /** Rules beyond baseCss. */
  css?: string;
  /** Inline SVG of 48 x 36. */
  icon: string;
}

/** A little drawing of the section: `shapes` inside a page outline. */
export const blockIcon = (shapes: string): string =>
  `<svg viewBox="0 0 48 36" fill="currentColor" aria-hidden="true"><rect x=".75" y=".75" width="46.5" height="34.5" rx="4" fill="none" stroke="currentColor" stroke-width="1.5" opacity=".35"/>${shapes}</svg>`;
