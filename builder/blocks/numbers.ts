import { type Block, blockIcon } from "./block";

export const numbers: Block = {
  id: "numbers",
  label: "Figures",
  category: "Trust",
  html: `<section class="section"><div class="wrap"><dl class="figures">
<div><dt>people came last year</dt><dd>1,240</dd></div>
<div><dt>came back</dt><dd>68 %</dd></div>
<div><dt>evenings so far</dt><dd>31</dd></div>
</dl></div></section>`,
  css: `.figures{margin:0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11rem),1fr));gap:2rem;text-align:center}
.figures div{display:flex;flex-direction:column-reverse}
.figures dd{margin:0;font-family:var(--display);font-size:clamp(2.25rem,1.8rem + 2vw,3.25rem);line-height:1.1;color:var(--accent);font-variant-numeric:tabular-nums}
.figures dt{color:var(--ink-soft)}`,
  icon: blockIcon(
    '<rect x="7" y="11" width="9" height="8" rx="2"/><rect x="20" y="11" width="9" height="8" rx="2"/><rect x="33" y="11" width="9" height="8" rx="2"/><g opacity=".4"><rect x="7" y="22" width="9" height="2.5" rx="1.25"/><rect x="20" y="22" width="9" height="2.5" rx="1.25"/><rect x="33" y="22" width="9" height="2.5" rx="1.25"/></g>',
  ),
};
