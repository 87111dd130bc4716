import { type Block, blockIcon } from "./block";

export const columns: Block = {
  id: "columns",
  label: "Two columns",
  category: "Content",
  html: `<section class="section"><div class="wrap columns">
<div><h2>One side</h2><p>Words, a picture, a list: anything may stand here.</p></div>
<div><h2>Other side</h2><p>On a narrow screen this comes after the first.</p></div>
</div></section>`,
  css: `.columns{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:clamp(1.5rem,5vw,4rem);align-items:start}`,
  icon: blockIcon(
    '<rect x="7" y="8" width="15" height="20" rx="2.5" opacity=".3"/><rect x="26" y="8" width="15" height="20" rx="2.5" opacity=".3"/>',
  ),
};
