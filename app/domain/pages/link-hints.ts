import { attributeOf, elementsIn, isForm, textIn } from "~builder/document/component-tree";
import { listLinks } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import type { FormNext } from "~builder/document/form-definition";
import type { PageDocument } from "~builder/document/page-document";
import { shareTarget } from "~builder/document/page-widgets";
import { isExampleHost } from "~builder/document/placeholder-link";
import { type ProjectComponent, rootOf } from "~builder/document/project";
import type { PageHint } from "./page-hint";
import { parsePagePath } from "./page-path";

type Problem = Pick<PageHint, "id" | "message" | "remedy" | "weight">;
type Paths = ReadonlyMap<string, "live" | "draft">;

const problem = (
  id: string,
  message: string,
  remedy: string,
  weight: PageHint["weight"] = "warn",
): Problem => ({
  id,
  message,
  remedy,
  weight,
});

const vague = /^(?:click here|here|more|read more|learn more|link|this|hier|mehr|weiter|ici|aquí|qui)$/i;
const looksLikeHost =
  /^(?:www\.)?[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|de|fr|eu|io|co|uk|info|nl|es|it|pl)(?:[/?#]|$)/i;

function internalProblem(path: string, text: string, paths: Paths): Problem | undefined {
  if (looksLikeHost.test(path)) {
    return problem(
      "link_without_scheme",
      `The link “${text}” looks for ${path} on this site.`,
      `Write https://${path} to lead to the other site.`,
    );
  }
  if (!path.startsWith("/")) {
    return problem(
      "link_relative",
      `Where the link “${text}” leads depends on the address of the page.`,
      "Begin the path with /, or the address with https://.",
    );
  }
  if (path.startsWith("/_")) return undefined;
  const parsed = parsePagePath(path);
  const state = paths.get(parsed.ok ? parsed.path : path);
  if (!state) {
    return problem(
      "link_dead",
      `The link “${text}” leads to ${path}, where this site has no page.`,
      "Correct the path, or make the page.",
    );
  }
  return state === "draft"
    ? problem(
        "link_to_draft",
        `The link “${text}” leads to ${path}, which is not public yet.`,
        "Publish that page, too, before visitors follow the link.",
      )
    : undefined;
}

function externalProblem(url: URL, text: string): Problem | undefined {
  if (url.protocol === "http:") {
    return problem(
      "link_unprotected",
      `The link “${text}” leads to an address without encryption.`,
      "Use https:// if the site has it.",
      "tip",
    );
  }
  if (isExampleHost(url.hostname)) {
    return problem("link_example", `The link “${text}” leads to an example address.`, "Put in the real one.");
  }
  if (url.protocol === "https:" && !url.hostname.includes(".") && url.hostname !== "localhost") {
    return problem(
      "link_broken",
      `The address behind “${text}” cannot be right: ${url.hostname} is no name of a site.`,
      "Correct it.",
    );
  }
  return undefined;
}

function contactProblem(href: string, text: string): Problem | undefined {
  const [scheme = "", rest = ""] = [
    href.slice(0, href.indexOf(":")).toLowerCase(),
    href.slice(href.indexOf(":") + 1),
  ];
  const target = rest.split("?")[0] ?? "";
  if (scheme === "mailto" && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(decodeURIComponentOr(target))) {
    return problem(
      "link_mail",
      `The link “${text}” writes to no e-mail address.`,
      "Write mailto: and the address.",
    );
  }
  if ((scheme === "tel" || scheme === "sms") && target.replace(/\D/g, "").length < 3) {
    return problem(
      "link_phone",
      `The link “${text}” calls no number.`,
      "Write tel: and the number, such as tel:+441234567.",
    );
  }
  return undefined;
}

function decodeURIComponentOr(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function problemOf(href: string, text: string, ids: ReadonlySet<string>, paths: Paths): Problem | undefined {
  const target = href.trim();
  if (target === "" || target === "#") {
    return problem(
      "link_to_nowhere",
      `The link “${text}” leads nowhere.`,
      "Give it an address, or remove it.",
    );
  }
  if (target.startsWith("#")) {
    const id = decodeURIComponentOr(target.slice(1));
    return ids.has(id) || id === "top"
      ? undefined
      : problem(
          "link_anchor_missing",
          `The link “${text}” jumps to ${target}, and nothing on the page has that name.`,
          "Select the section it should lead to and give it that name for links.",
        );
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) {
    if (/^(?:mailto|tel|sms):/i.test(target)) return contactProblem(target, text);
    return URL.canParse(target) ? externalProblem(new URL(target), text) : undefined;
  }
  if (target.startsWith("//"))
    return URL.canParse(`https:${target}`) ? externalProblem(new URL(`https:${target}`), text) : undefined;
  return internalProblem(target.split(/[?#]/)[0] || "/", text, paths);
}

/** Links that lead nowhere, as far as that can be known without asking other servers. */
export function linkHints(document: PageDocument, paths: Paths): PageHint[] {
  const elements = [...elementsIn(rootOf(document.project))];
  const ids = new Set(elements.map(({ node }) => attributeOf(node, "id") ?? ""));
  const bare = elements.flatMap(({ node, path }): PageHint[] =>
    node.tagName === "a" && attributeOf(node, "href") === undefined && !isMereTarget(node)
      ? [
          {
            area: "links",
            path,
            ...problem(
              "link_to_nowhere",
              "A link leads nowhere.",
              "Give it an address, or make it plain words.",
            ),
          },
        ]
      : [],
  );
  const links = listLinks(document).flatMap(({ href, text, path }): PageHint[] => {
    const words = text.trim();
    const hints: PageHint[] = [];
    const node = elements.find((one) => one.path === path)?.node;
    const isShare = node !== undefined && shareTarget(node) !== undefined;
    const found = isShare ? undefined : problemOf(href, words || href, ids, paths);
    if (found) hints.push({ area: "links", path, ...found });
    const label = node && attributeOf(node, "aria-label");
    if (words === "" && !label && !hasNamedPicture(node)) {
      hints.push({
        area: "access",
        path,
        ...problem("link_without_words", "A link has no words.", "Say where it leads."),
      });
    } else if (vague.test(words) && !label) {
      hints.push({
        area: "access",
        path,
        ...problem(
          "link_vague",
          `“${words}” does not say where the link leads.`,
          "Name the place: some people go from link to link without the words around them.",
          "tip",
        ),
      });
    }
    return hints;
  });
  const formNodes = elements.flatMap(({ node }) => (isForm(node) ? [node] : []));
  const afterSending = listForms(document).flatMap(({ next, nodeKey, name }, position): PageHint[] => {
    const found = afterSendingProblem(next, name || "the form", formNodes[position], paths);
    return found ? [{ area: "links", path: nodeKey, ...found }] : [];
  });
  return [...bare, ...links, ...afterSending];
}

/** What stands against the place that visitors are led to after sending. */
function afterSendingProblem(
  next: FormNext,
  name: string,
  form: ProjectComponent | undefined,
  paths: Paths,
): Problem | undefined {
  const words = `after “${name}”`;
  if (next.kind === "page") return internalProblem(next.path, words, paths);
  if (next.kind === "redirect") return externalProblem(new URL(next.url), words);
  if (!form || attributeOf(form, "data-next-url") === undefined) return undefined;
  return problem(
    "link_broken",
    `The address that “${name}” should lead to after sending is missing: visitors see a message instead.`,
    "Select the form and give the whole address, or choose the message.",
  );
}

/** A place that links jump to, and no link itself: it has a name and no words. */
const isMereTarget = (node: ProjectComponent): boolean =>
  attributeOf(node, "id") !== undefined && textIn(node).trim() === "";

function hasNamedPicture(node: { components?: unknown[] } | undefined): boolean {
  return /"(?:alt|aria-label)":"[^"]/.test(JSON.stringify(node?.components ?? []));
}
