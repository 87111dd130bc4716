import { type Block, blockIcon } from "./block";

export const story: Block = {
  id: "story",
  label: "Story",
  category: "Content",
  html: `<section class="section"><div class="wrap story"><h2>How it began</h2><div class="story-text">
<p>What happened, when, and to whom. A reader believes a place and a year more than a promise.</p>
<p>What was learned from it, and why it matters to the person who reads this.</p>
</div></div></section>`,
  css: `.story{display:grid;gap:1.5rem clamp(2rem,6vw,5rem)}
.story h2{font-size:clamp(2rem,1.4rem + 2.6vw,3.25rem);margin:0}
.story-text{font-size:1.125rem}
@media (min-width:52rem){.story{grid-template-columns:1fr 1.2fr}}`,
  icon: blockIcon(
    '<rect x="7" y="9" width="14" height="4" rx="2"/><rect x="7" y="15" width="10" height="4" rx="2"/><g opacity=".4"><rect x="25" y="9" width="16" height="2" rx="1"/><rect x="25" y="13.5" width="16" height="2" rx="1"/><rect x="25" y="18" width="16" height="2" rx="1"/><rect x="25" y="22.5" width="11" height="2" rx="1"/></g>',
  ),
};
