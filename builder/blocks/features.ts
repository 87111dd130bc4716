import { type Block, blockIcon } from "./block";

const drawing = (paths: string) =>
  `<svg class="feature-sign" viewBox="0 0 24 24" width="28" height="28" fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${paths}</svg>`;

export const features: Block = {
  id: "features",
  label: "Features",
  category: "Content",
  html: `<section class="section tinted" id="more"><div class="wrap">
<h2>Three things people ask about</h2>
<div class="features">
<div class="feature">${drawing('<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3 2"/>')}<h3>Quick to begin</h3><p>What they can do in the first ten minutes, without help.</p></div>
<div class="feature">${drawing('<path d="M4 20V10l8-6 8 6v10z"/><path d="M10 20v-6h4v6"/>')}<h3>Made for them</h3><p>Which of their troubles it takes away, in their words.</p></div>
<div class="feature">${drawing('<path d="M12 3l7 3v5c0 5-3 8-7 10-4-2-7-5-7-10V6z"/><path d="M9 12l2 2 4-4"/>')}<h3>Safe to try</h3><p>What it costs, how they stop, what happens to their data.</p></div>
</div></div></section>`,
  css: `.features{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:clamp(1.75rem,4vw,3rem);margin-top:2.25rem}
.feature p{margin:0;color:var(--ink-soft)}
.feature-sign{color:var(--accent);display:block;margin-bottom:.9rem}`,
  icon: blockIcon(
    '<circle cx="11" cy="12" r="3"/><circle cx="24" cy="12" r="3"/><circle cx="37" cy="12" r="3"/><g opacity=".4"><rect x="6" y="19" width="10" height="2.5" rx="1.25"/><rect x="19" y="19" width="10" height="2.5" rx="1.25"/><rect x="32" y="19" width="10" height="2.5" rx="1.25"/><rect x="7" y="24" width="8" height="2.5" rx="1.25"/><rect x="20" y="24" width="8" height="2.5" rx="1.25"/><rect x="33" y="24" width="8" height="2.5" rx="1.25"/></g>',
  ),
};
