import { type Block, blockIcon } from "./block";
import { sign } from "./signs";

export const features: Block = {
  id: "features",
  label: "Features",
  category: "Content",
  html: `<section class="section tinted" id="more"><div class="wrap">
<h2>Three things people ask about</h2>
<div class="features">
<div class="feature">${sign("clock")}<h3>Quick to begin</h3><p>What they can do in the first ten minutes, without help.</p></div>
<div class="feature">${sign("home")}<h3>Made for them</h3><p>Which of their troubles it takes away, in their words.</p></div>
<div class="feature">${sign("shield")}<h3>Safe to try</h3><p>What it costs, how they stop, what happens to their data.</p></div>
</div></div></section>`,
  css: `.features{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:clamp(1.75rem,4vw,3rem);margin-top:2.25rem}
.feature p{margin:0;color:var(--ink-soft)}
.feature-sign{color:var(--accent);display:block;margin-bottom:.9rem}`,
  icon: blockIcon(
    '<circle cx="11" cy="12" r="3"/><circle cx="24" cy="12" r="3"/><circle cx="37" cy="12" r="3"/><g opacity=".4"><rect x="6" y="19" width="10" height="2.5" rx="1.25"/><rect x="19" y="19" width="10" height="2.5" rx="1.25"/><rect x="32" y="19" width="10" height="2.5" rx="1.25"/><rect x="7" y="24" width="8" height="2.5" rx="1.25"/><rect x="20" y="24" width="8" height="2.5" rx="1.25"/><rect x="33" y="24" width="8" height="2.5" rx="1.25"/></g>',
  ),
};
