import { type Block, blockIcon } from "./block";

export const steps: Block = {
  id: "steps",
  label: "How it works",
  category: "Content",
  html: `<section class="section"><div class="wrap">
<h2>How it works</h2>
<ol class="steps">
<li class="step"><h3>You sign up</h3><p>It takes a name and an address.</p></li>
<li class="step"><h3>We write back</h3><p>Within a minute, with everything you need.</p></li>
<li class="step"><h3>You decide</h3><p>Stay, or leave with one press of a button.</p></li>
</ol></div></section>`,
  css: `.steps{list-style:none;counter-reset:step;padding:0;margin:2.25rem 0 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,15rem),1fr));gap:clamp(1.5rem,4vw,3rem)}
.step{counter-increment:step;margin:0;padding-top:1.1rem;border-top:2px solid var(--accent)}
.step::before{content:counter(step);font-family:var(--display);font-size:1.5rem;color:var(--accent)}
.step p{margin:0;color:var(--ink-soft)}`,
  icon: blockIcon(
    '<rect x="6" y="11" width="10" height="2" rx="1"/><rect x="19" y="11" width="10" height="2" rx="1"/><rect x="32" y="11" width="10" height="2" rx="1"/><g opacity=".4"><rect x="6" y="17" width="9" height="2.5" rx="1.25"/><rect x="19" y="17" width="9" height="2.5" rx="1.25"/><rect x="32" y="17" width="9" height="2.5" rx="1.25"/></g>',
  ),
};
