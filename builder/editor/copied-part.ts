import { nodesIn, stylesOfPart } from "../document/part-styles";
import {
  type Project,
  type ProjectComponent,
  type ProjectStyle,
  projectOf,
  rootOf,
} from "../document/project";

/** What is in the clipboard: a page with one part, so that the sanitiser of pages reads it. */
export interface CopiedPart {
  foyer: "part";
  /** Whether it stood directly on the page. */
  isSection: boolean;
  copiedAt: number;
  project: Project;
}

export const copyOf = (
  part: ProjectComponent,
  styles: readonly ProjectStyle[],
  facts: { isSection: boolean; copiedAt: number },
): CopiedPart => ({
  foyer: "part",
  ...facts,
  project: projectOf({ type: "wrapper", components: [part] }, stylesOfPart(part, styles)),
});

const maxAgeMs = 24 * 3_600_000;

/** Reads what may be a copied part; anything else, and what lay there for longer than a day, is nothing. */
export function readCopy(text: string | null | undefined, now: number): CopiedPart | undefined {
  if (!text?.startsWith("{") || text.length > 4_000_000) return undefined;
  try {
    const found = JSON.parse(text) as CopiedPart;
    const isFresh = now - Number(found.copiedAt) < maxAgeMs;
    return found.foyer === "part" && isFresh && typeof found.project === "object" ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Gives new ids where the page has them already, in the part and in its rules. */
export function withFreshIds(
  project: Project,
  isTaken: (id: string) => boolean,
  newId: () => string,
): Project {
  const renamed = new Map<string, string>();
  const copy = structuredClone(project);
  for (const node of nodesIn(rootOf(copy))) {
    const id = node.attributes?.id;
    if (!id || !isTaken(id)) continue;
    const fresh = newId();
    renamed.set(id, fresh);
    node.attributes = { ...node.attributes, id: fresh };
  }
  if (renamed.size === 0) return copy;
  for (const node of nodesIn(rootOf(copy))) {
    for (const name of ["for", "list", "aria-describedby", "aria-labelledby"]) {
      const to = renamed.get(node.attributes?.[name] ?? "");
      if (to) node.attributes = { ...node.attributes, [name]: to };
    }
  }
  for (const style of copy.styles) {
    style.selectors = style.selectors.map((name) =>
      name.startsWith("#") ? `#${renamed.get(name.slice(1)) ?? name.slice(1)}` : name,
    );
  }
  return copy;
}
