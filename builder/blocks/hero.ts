import { type Block, blockIcon } from "./block";

export const hero: Block = {
  id: "hero",
  label: "Opening",
  category: "Opening",
  html: `<section class="section hero"><div class="wrap narrow center">
<p class="eyebrow">For whom it is</p>
<h1>Say in one line what people get</h1>
<p class="lead">Then say in two lines why it matters to them, and what happens when they press the button.</p>
<div class="actions"><a class="button" href="#form">What they do next</a><a class="button-quiet" href="#more">Read more first</a></div>
</div></section>`,
  css: `.hero{padding-block:clamp(4.5rem,3rem + 7vw,9rem)}`,
  icon: blockIcon(
    '<rect x="12" y="9" width="24" height="4" rx="2"/><rect x="9" y="16" width="30" height="2.5" rx="1.25" opacity=".4"/><rect x="18" y="23" width="12" height="5" rx="2.5" opacity=".75"/>',
  ),
};
