import type { PageContext } from "./render-page";

/** Settings for rendering where no site is at hand: template galleries and tests. Its forms cannot be sent. */
export const examplePage = (more: Partial<PageContext> = {}): PageContext => ({
  title: "Example",
  description: "An example page",
  language: "en",
  url: "https://example.org/",
  siteName: "Example",
  forms: {},
  privacyNotice: {
    controller: "Example Ltd",
    contact: "privacy@example.org",
    postalAddress: "1 Example Street, Exampletown",
    purposes: ["answering you"],
    retention: "12 months",
    rightsUrl: "https://example.org/privacy-request",
    text: "",
  },
  ...more,
});
