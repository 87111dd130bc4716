import { type Block, blockIcon } from "./block";

export const videoWidget: Block = {
  id: "video",
  label: "Film elsewhere",
  category: "Content",
  html: `<section class="section"><figure class="wrap narrow embed-box">
<a class="embed-door" data-widget="video" href="https://www.youtube.com/watch?v=aqz-KE-bpKQ"><strong>Play the film</strong></a>
<figcaption class="small">One sentence on what the film shows.</figcaption></figure></section>`,
  css: `.embed-box{display:grid;gap:.75rem}.embed-door{background:var(--tint);color:var(--ink);text-decoration:none}.embed-door strong{font-size:1.25rem}.embed-door:hover strong{text-decoration:underline}`,
  icon: blockIcon(
    '<rect x="9" y="8" width="30" height="20" rx="2" opacity=".25"/><path d="M21 13l8 5-8 5z"/>',
  ),
};
