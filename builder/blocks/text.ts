import { type Block, blockIcon } from "./block";

export const text: Block = {
  id: "text",
  label: "Text",
  category: "Content",
  html: `<section class="section"><div class="wrap narrow">
<h2>A heading that says what follows</h2>
<p class="lead">The first sentence carries the point; the rest explains it.</p>
<p>Write as you would speak to one person across a table. Short paragraphs are read, long ones are skipped. End with the one thing you would like them to remember.</p>
</div></section>`,
  icon: blockIcon(
    '<rect x="9" y="8" width="20" height="4" rx="2"/><rect x="9" y="16" width="30" height="2.5" rx="1.25" opacity=".4"/><rect x="9" y="21" width="28" height="2.5" rx="1.25" opacity=".4"/><rect x="9" y="26" width="22" height="2.5" rx="1.25" opacity=".4"/>',
  ),
};
