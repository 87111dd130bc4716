import { attributeOf, descendants, isForm } from "./component-tree";
import { attributesToHtml } from "./escape-html";
import type { ProjectComponent } from "./project";

const branching = ["data-step", "data-show-field", "data-require-field"];

/** The smallest script that does what a page needs: visit tells of the view, form sends forms as well, v1 those with steps and conditions, too. */
function scriptFor(root: ProjectComponent): "visit" | "form" | "v1" {
  const nodes = descendants(root);
  if (!nodes.some(isForm)) return "visit";
  return nodes.some((node) => branching.some((name) => attributeOf(node, name) !== undefined))
    ? "v1"
    : "form";
}

/** Fetches the scripts that its own tag names once the first frame is drawn: nothing that is seen waits for them. */
export const scriptLoader =
  '(t=>requestAnimationFrame(()=>setTimeout(()=>t.dataset.load.split(" ").forEach(src=>document.head.append(Object.assign(document.createElement("script"),{src,async:!1}))))))(document.currentScript)';

/** Names the loader in a policy; a test compares the two. */
export const loaderSource = "'sha256-lG4mQRlygAkJddFuoX4i2PQFvKNchsuB9SvN0rL5u5w='";

export interface PageScripts {
  /** Where the scripts lie. */
  folder: string;
  /** What they learn from the tag. */
  attributes?: Record<string, string>;
}

/** The last element of a page. */
export function pageScripts(
  root: ProjectComponent,
  needsWidgets: boolean,
  { folder, attributes }: PageScripts,
): string {
  const names = [scriptFor(root), ...(needsWidgets ? ["widgets"] : [])];
  const load = names.map((name) => `${folder}${name}.js`).join(" ");
  return `<script${attributesToHtml({ "data-load": load, ...attributes })}>${scriptLoader}</script>`;
}
