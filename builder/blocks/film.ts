import { type Block, blockIcon } from "./block";

export const filmBlock: Block = {
  id: "film",
  label: "Film of your own",
  category: "Content",
  html: `<section class="section"><figure class="wrap narrow film">
<video class="film-player" controls playsinline preload="metadata"></video>
<figcaption class="small">One sentence on what the film shows.</figcaption></figure></section>`,
  css: `.film{display:grid;gap:.75rem;margin-block:0}.film-player{display:block;width:100%;aspect-ratio:16/9;object-fit:cover;border-radius:var(--radius);background:var(--ink)}`,
  icon: blockIcon(
    '<rect x="9" y="8" width="30" height="20" rx="2" opacity=".25"/><path d="M20 13l9 5-9 5z"/><path d="M9 31h30" stroke="currentColor" stroke-width="2"/>',
  ),
};
