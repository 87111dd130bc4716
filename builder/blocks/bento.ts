import { type Block, blockIcon } from "./block";

export const bento: Block = {
  id: "bento",
  label: "Cards",
  category: "Content",
  html: `<section class="section"><div class="wrap"><h2>What is in it</h2><div class="bento">
<div class="bento-card"><h3>What matters most</h3><p>The one thing that people come for, said in their words.</p></div>
<div class="bento-card"><h3>A second reason</h3><p>One sentence.</p></div>
<div class="bento-card"><h3>A third reason</h3><p>One sentence.</p></div>
<div class="bento-card"><h3>And what goes with it</h3><p>What they need not look for elsewhere.</p></div>
</div></div></section>`,
  css: `.bento{display:grid;gap:1rem;margin-top:2rem}
.bento-card{background:var(--tint);border-radius:var(--radius);padding:clamp(1.5rem,3vw,2.25rem);display:flex;flex-direction:column;justify-content:end}
.bento-card p{margin:0;color:var(--ink-soft)}
.bento-card:first-child{background:var(--accent);color:var(--accent-ink)}
.bento-card:first-child p{color:inherit}
.bento-card:first-child h3{font-size:clamp(1.5rem,1.2rem + 1.6vw,2.25rem)}
@media (min-width:52rem){.bento-card{min-height:11rem}.bento{grid-template-columns:repeat(4,1fr)}.bento-card:first-child{grid-column:span 2;grid-row:span 2}.bento-card:nth-child(4){grid-column:span 2}}`,
  icon: blockIcon(
    '<rect x="6" y="7" width="17" height="22" rx="2.5"/><g opacity=".3"><rect x="25" y="7" width="8" height="10" rx="2"/><rect x="35" y="7" width="8" height="10" rx="2"/><rect x="25" y="19" width="18" height="10" rx="2"/></g>',
  ),
};
