import { type Block, blockIcon } from "./block";

export const gallery: Block = {
  id: "gallery",
  label: "Pictures",
  category: "Content",
  html: `<section class="section"><div class="wrap"><h2>How it looks</h2><div class="gallery">
<figure><img alt=""><figcaption class="small">What is to be seen</figcaption></figure>
<figure><img alt=""><figcaption class="small">What is to be seen</figcaption></figure>
<figure><img alt=""><figcaption class="small">What is to be seen</figcaption></figure>
</div></div></section>`,
  css: `.gallery{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1.25rem;margin-top:2rem}
.gallery figure{margin:0;display:grid;gap:.6rem;align-content:start}
.gallery img{width:100%;aspect-ratio:4/3;object-fit:cover;border-radius:var(--radius)}`,
  icon: blockIcon(
    '<g opacity=".45"><rect x="6" y="7" width="11" height="10" rx="2"/><rect x="31" y="7" width="11" height="10" rx="2"/><rect x="18.5" y="19" width="11" height="10" rx="2"/></g><g opacity=".25"><rect x="18.5" y="7" width="11" height="10" rx="2"/><rect x="6" y="19" width="11" height="10" rx="2"/><rect x="31" y="19" width="11" height="10" rx="2"/></g>',
  ),
};
