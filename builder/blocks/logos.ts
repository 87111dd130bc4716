import { type Block, blockIcon } from "./block";

export const logos: Block = {
  id: "logos",
  label: "Logos",
  category: "Trust",
  html: `<section class="section logos-band"><div class="wrap center">
<p class="small">Known from, used by, made with</p>
<ul class="logos"><li>Northwind</li><li>Harbour &amp; Co</li><li>Old Mill</li><li>Lindenhof</li><li>Studio Elf</li></ul>
</div></section>`,
  css: `.logos-band{padding-block:clamp(1.75rem,4vw,3rem)}
.logos{list-style:none;padding:0;margin:0;display:flex;flex-wrap:wrap;gap:.75rem 2.75rem;justify-content:center;font-family:var(--display);font-size:1.25rem;color:var(--ink-soft)}
.logos li{margin:0}
.logos img{height:2rem;width:auto}`,
  icon: blockIcon(
    '<g opacity=".5"><rect x="6" y="15" width="8" height="6" rx="1.5"/><rect x="17" y="15" width="6" height="6" rx="3"/><rect x="26" y="15" width="8" height="6" rx="1.5"/><rect x="37" y="15" width="5" height="6" rx="2.5"/></g>',
  ),
};
