import { type Block, blockIcon } from "./block";

export const pricing: Block = {
  id: "pricing",
  label: "Prices",
  category: "Content",
  html: `<section class="section tinted"><div class="wrap">
<div class="center"><h2>What it costs</h2><p class="lead">All prices with tax. Nothing renews without a reminder.</p></div>
<div class="plans">
<div class="plan card"><h3>Single</h3><p class="price">€ 12</p><p>For one evening.</p><ul><li>One place</li><li>Coffee and cake</li></ul><a class="button" href="#form">Take one place</a></div>
<div class="plan card"><h3>Season</h3><p class="price">€ 90</p><p>For all ten evenings.</p><ul><li>A fixed place</li><li>Coffee and cake</li><li>Tools to borrow</li></ul><a class="button" href="#form">Take the season</a></div>
<div class="plan card"><h3>Group</h3><p class="price">€ 60</p><p>For up to six people.</p><ul><li>A table of your own</li><li>A date of your choice</li></ul><a class="button" href="#form">Ask for a date</a></div>
</div></div></section>`,
  css: `.plans{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1.25rem;margin-top:2.5rem;align-items:stretch}
.plan{display:flex;flex-direction:column}
.plan .button{margin-top:auto}
.price{font-family:var(--display);font-size:2.5rem;line-height:1;margin:0 0 .6rem}`,
  icon: blockIcon(
    '<g opacity=".25"><rect x="5" y="8" width="11" height="20" rx="2"/><rect x="18.5" y="6" width="11" height="24" rx="2"/><rect x="32" y="8" width="11" height="20" rx="2"/></g><rect x="7.5" y="22" width="6" height="3" rx="1.5"/><rect x="21" y="24" width="6" height="3" rx="1.5"/><rect x="34.5" y="22" width="6" height="3" rx="1.5"/>',
  ),
};
