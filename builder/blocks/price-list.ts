import { type Block, blockIcon } from "./block";

export const priceList: Block = {
  id: "price-list",
  label: "Price list",
  category: "Content",
  html: `<section class="section tinted"><div class="wrap narrow"><h2 class="center">What we offer</h2><p class="lead center">All prices with tax.</p><dl class="prices">
<div><dt>The first hour</dt><dd>€ 40</dd></div>
<div><dt>Each further hour</dt><dd>€ 30</dd></div>
<div><dt>At your place, within the town</dt><dd>€ 15 more</dd></div>
</dl></div></section>`,
  css: `.prices{margin:2.5rem 0 0;display:grid;gap:1.1rem}
.prices div{display:flex;gap:.75rem;align-items:baseline}
.prices dt{font-size:1.125rem;flex:1;display:flex;gap:.75rem;align-items:baseline}
.prices dt::after{content:"";flex:1;border-bottom:2px dotted var(--line)}
.prices dd{margin:0;font-weight:650}`,
  icon: blockIcon(
    '<g opacity=".4"><rect x="8" y="9" width="18" height="2.5" rx="1.25"/><rect x="8" y="17" width="14" height="2.5" rx="1.25"/><rect x="8" y="25" width="16" height="2.5" rx="1.25"/></g><rect x="35" y="9" width="6" height="2.5" rx="1.25"/><rect x="35" y="17" width="6" height="2.5" rx="1.25"/><rect x="35" y="25" width="6" height="2.5" rx="1.25"/>',
  ),
};
