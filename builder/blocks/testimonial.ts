import { type Block, blockIcon } from "./block";

export const testimonial: Block = {
  id: "testimonial",
  label: "Testimonial",
  category: "Trust",
  html: `<section class="section"><figure class="wrap narrow testimonial" data-testimonial="choose">
<blockquote><p>What someone really said, in their own words. They are asked by e-mail before anybody sees it.</p></blockquote>
<figcaption><strong>Choose who is quoted</strong><span class="small">In the settings of this part</span></figcaption>
</figure></section>`,
  css: `.testimonial{margin-block:0;text-align:center}
.testimonial blockquote{margin:0 0 1.5rem;font-family:var(--display);font-size:clamp(1.375rem,1.1rem + 1.4vw,1.9rem);line-height:1.4}
.testimonial blockquote::before{content:"\\201C";display:block;height:.55em;font-size:4rem;line-height:1;color:var(--accent)}
.testimonial figcaption{display:grid;gap:.1rem;justify-items:center}
.testimonial figcaption img{width:4rem;height:4rem;border-radius:50%;object-fit:cover}`,
  icon: blockIcon(
    '<path d="M11 10h5v5c0 3-1.5 5-4.5 6l-.8-1.7c1.7-.7 2.3-1.6 2.3-3.3H11zM19 10h5v5c0 3-1.5 5-4.5 6l-.8-1.7c1.7-.7 2.3-1.6 2.3-3.3H19z"/><rect x="11" y="25" width="26" height="2.5" rx="1.25" opacity=".4"/>',
  ),
};
