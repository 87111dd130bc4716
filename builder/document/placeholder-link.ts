/** Addresses that finished pages and mails hold free for one of the customer's own. */
export const placeholderLinks = {
  page: "https://example.org/page",
  promised: "https://example.org/yours",
  opening: "https://example.org/open",
  story: "https://example.org/story",
} as const;

const ours: ReadonlySet<string> = new Set(Object.values(placeholderLinks));

/** Left as a template gave it: nobody chose this address. */
export const isPlaceholderLink = (href: string): boolean => ours.has(href.trim());

/** Under a name that is kept free for examples, where nobody has a page. */
export const isExampleHost = (host: string): boolean => /(?:^|\.)example\.(?:org|com|net)$/.test(host);
