import { type Block, blockIcon } from "./block";

export const people: Block = {
  id: "people",
  label: "People",
  category: "Trust",
  html: `<section class="section"><div class="wrap"><h2>Who is behind it</h2><ul class="people">
<li class="person"><span class="person-sign" aria-hidden="true">NN</span><strong>Name of a person</strong><span class="small">What they do here</span></li>
<li class="person"><span class="person-sign" aria-hidden="true">NN</span><strong>Name of a person</strong><span class="small">What they do here</span></li>
<li class="person"><span class="person-sign" aria-hidden="true">NN</span><strong>Name of a person</strong><span class="small">What they do here</span></li>
</ul></div></section>`,
  css: `.people{list-style:none;padding:0;margin:2rem 0 0;display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,12rem),1fr));gap:2rem}
.person{display:grid;gap:.15rem;margin:0}
.person-sign{width:5.5rem;height:5.5rem;border-radius:50%;background:var(--ink);color:var(--paper);display:grid;place-items:center;font-family:var(--display);font-weight:var(--display-weight);font-size:1.75rem;margin-bottom:.75rem}
.person:nth-child(even) .person-sign{border-radius:var(--radius);background:var(--accent);color:var(--accent-ink)}`,
  icon: blockIcon(
    '<circle cx="12" cy="14" r="4.5"/><rect x="20" y="9.5" width="9" height="9" rx="2"/><circle cx="37" cy="14" r="4.5"/><g opacity=".4"><rect x="7" y="22" width="10" height="2.5" rx="1.25"/><rect x="19.5" y="22" width="10" height="2.5" rx="1.25"/><rect x="32" y="22" width="10" height="2.5" rx="1.25"/></g>',
  ),
};
