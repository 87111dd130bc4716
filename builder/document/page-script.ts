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

/** Fetches the scripts that its own tag names once the browser tells of the first frame on the screen: nothing that is seen waits for them. */
export const scriptLoader =
  '(t=>{const load=()=>t.dataset.load.split(" ").forEach(src=>document.head.append(Object.assign(document.createElement("script"),{src,async:!1}))),Seen=self.PerformanceObserver;Seen?.supportedEntryTypes?.includes("paint")?new Seen((_,o)=>{o.disconnect();load()}).observe({type:"paint",buffered:!0}):requestAnimationFrame(()=>setTimeout(load))})(document.currentScript)';

/** Names the loader in a policy; a test compares the two. */
export const loaderSource = "'sha256-BPAhL21IqfvwyTbn8izoT4YHe0pDRKsjhgkBpZqgNp0='";

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
