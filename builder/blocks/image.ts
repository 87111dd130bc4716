import { type Block, blockIcon } from "./block";

export const image: Block = {
  id: "image",
  label: "Picture",
  category: "Content",
  html: `<section class="section"><figure class="wrap picture"><img alt=""><figcaption class="small">What the picture shows</figcaption></figure></section>`,
  css: `.picture{margin-block:0;display:grid;gap:.75rem}
.picture img{width:100%;border-radius:var(--radius)}`,
  icon: blockIcon(
    '<rect x="8" y="7" width="32" height="22" rx="2.5" opacity=".2"/><circle cx="16" cy="14" r="2.6" opacity=".7"/><path d="M10 27l9-9 6 6 4-4 9 7z" opacity=".75"/>',
  ),
};
