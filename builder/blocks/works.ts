import { type Block, blockIcon } from "./block";

export const works: Block = {
  id: "works",
  label: "Work done",
  category: "Trust",
  html: `<section class="section"><div class="wrap"><h2>What we have done</h2><ol class="works">
<li><h3>A piece of work</h3><p>For whom, what was difficult, and what came of it.</p></li>
<li><h3>Another one</h3><p>For whom, what was difficult, and what came of it.</p></li>
<li><h3>The newest</h3><p>For whom, what was difficult, and what came of it.</p></li>
</ol></div></section>`,
  css: `.works{list-style:none;padding:0;margin:2rem 0 0;counter-reset:work;border-top:1px solid var(--ink)}
.works li{counter-increment:work;display:grid;gap:.25rem 2rem;padding:1.5rem 0;border-bottom:1px solid var(--line);margin:0}
.works h3{margin:0;font-size:clamp(1.5rem,1.2rem + 1.4vw,2.25rem)}
.works h3::before{content:counter(work,decimal-leading-zero);font-size:1rem;color:var(--accent);margin-inline-end:.9rem}
.works p{margin:0;color:var(--ink-soft)}
@media (min-width:48rem){.works li{grid-template-columns:1fr 1fr;align-items:center}}`,
  icon: blockIcon(
    '<g opacity=".7"><rect x="7" y="9" width="13" height="3" rx="1.5"/><rect x="7" y="17" width="13" height="3" rx="1.5"/><rect x="7" y="25" width="13" height="3" rx="1.5"/></g><g opacity=".35"><rect x="25" y="9" width="16" height="3" rx="1.5"/><rect x="25" y="17" width="16" height="3" rx="1.5"/><rect x="25" y="25" width="16" height="3" rx="1.5"/></g>',
  ),
};
