import { listImages, listLinks } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import { type ProjectComponent, rootOf } from "~builder/document/project";

export type HintArea = "access" | "search" | "weight" | "leads";

/** What would make a page better; nothing here stops publishing. */
export interface PageHint {
  id: string;
  area: HintArea;
  message: string;
  remedy: string;
  /** Where in the document; the editor jumps there. */
  path?: string;
}

const heavyHtml = 100_000;
const longTitle = 65;

function headings(node: ProjectComponent, path = ""): { level: number; path: string }[] {
  const level = /^h([1-6])$/.exec(node.tagName ?? "")?.[1];
  const own = level ? [{ level: Number(level), path }] : [];
  const inner = (node.components ?? []).flatMap((child, index) =>
    headings(child, path === "" ? String(index) : `${path}.${index}`),
  );
  return [...own, ...inner];
}

function headingHints(document: PageDocument): PageHint[] {
  const found = headings(rootOf(document.project));
  const first = found.filter(({ level }) => level === 1);
  if (first.length === 0) {
    return [
      {
        id: "heading_missing",
        area: "access",
        message: "The page has no main heading.",
        remedy:
          "Make its title a heading 1, so that screen readers and search engines know what it is about.",
      },
    ];
  }
  const skipped = found.find(({ level }, index) => level > (found[index - 1]?.level ?? 1) + 1);
  return skipped
    ? [
        {
          id: "heading_skipped",
          area: "access",
          message: `A heading ${skipped.level} follows without the level above it.`,
          remedy: "Use the levels in order: they are the table of contents for screen readers.",
          path: skipped.path,
        },
      ]
    : [];
}

const imageHints = (document: PageDocument): PageHint[] =>
  listImages(document).flatMap(({ alt, isRemote, path }): PageHint[] => {
    if (isRemote) {
      return [
        {
          id: "image_remote",
          area: "leads",
          message: "A picture lies on another server and is shown as a link only.",
          remedy: "Upload it here: loading it elsewhere would tell others of each visit.",
          path,
        },
      ];
    }
    if (alt.trim() !== "") return [];
    return [
      {
        id: "image_without_words",
        area: "access",
        message: "A picture has no description.",
        remedy: "Say what it shows, or leave it if it only decorates.",
        path,
      },
    ];
  });

const linkHints = (document: PageDocument): PageHint[] =>
  listLinks(document).flatMap(({ href, text, path }): PageHint[] => {
    const goesNowhere = href === "#" || href === "";
    if (!goesNowhere && text.trim() !== "") return [];
    return [
      {
        id: goesNowhere ? "link_to_nowhere" : "link_without_words",
        area: "access",
        message: goesNowhere ? `The link “${text}” leads nowhere.` : "A link has no words.",
        remedy: goesNowhere ? "Give it an address, or remove it." : "Say where it leads.",
        path,
      },
    ];
  });

function settingHints(settings: { title: string; description: string }): PageHint[] {
  const hints: PageHint[] = [];
  if (settings.description.trim() === "") {
    hints.push({
      id: "description_missing",
      area: "search",
      message: "The page has no description.",
      remedy: "Add one or two sentences in the page settings: search results and shared links show them.",
    });
  }
  if (settings.title.length > longTitle) {
    hints.push({
      id: "title_long",
      area: "search",
      message: "The title is longer than search results show.",
      remedy: "Keep it under 65 characters.",
    });
  }
  return hints;
}

function formHints(document: PageDocument): PageHint[] {
  const forms = listForms(document);
  const asksMail = forms.some(({ fields }) => fields.some(({ type }) => type === "email"));
  const asksConsent = forms.some(({ fields }) => fields.some(({ purpose }) => purpose === "mail"));
  if (!asksMail || asksConsent) return [];
  return [
    {
      id: "consent_missing",
      area: "leads",
      message: "The form asks for an e-mail address but not for the permission to write.",
      remedy: "Add a consent box: campaigns go only to people who agreed.",
    },
  ];
}

/** At most `limit` hints; `htmlBytes` is the size of the page as rendered. */
export function hintsFor(
  page: { document: PageDocument; title: string; description: string; htmlBytes: number },
  limit = 30,
): PageHint[] {
  const weight: PageHint[] =
    page.htmlBytes > heavyHtml
      ? [
          {
            id: "page_heavy",
            area: "weight",
            message: `The page itself weighs ${Math.round(page.htmlBytes / 1000)} kB.`,
            remedy: "Fewer or simpler sections load faster on a phone.",
          },
        ]
      : [];
  return [
    ...headingHints(page.document),
    ...imageHints(page.document),
    ...linkHints(page.document),
    ...formHints(page.document),
    ...settingHints(page),
    ...weight,
  ].slice(0, limit);
}
