import { type Block, blockIcon } from "./block";

export const callToAction: Block = {
  id: "call-to-action",
  label: "Call to action",
  category: "Closing",
  html: `<section class="section call"><div class="wrap narrow center">
<h2>One last reason to begin today</h2>
<p class="lead">Say it once more, shorter than before.</p>
<div class="actions"><a class="button" href="#form">What they do next</a></div>
</div></section>`,
  icon: blockIcon(
    '<rect x="4" y="9" width="40" height="18" rx="2.5" opacity=".3"/><rect x="13" y="13" width="22" height="3" rx="1.5"/><rect x="18" y="19" width="12" height="4.5" rx="2.25"/>',
  ),
};
