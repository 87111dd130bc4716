import { type Block, blockIcon } from "./block";

export const countdownWidget: Block = {
  id: "countdown",
  label: "Countdown",
  category: "Content",
  html: `<section class="section tinted"><div class="wrap narrow center">
<p class="eyebrow">Doors close</p><p class="count"><time data-widget="countdown" datetime="2027-06-01T18:00" data-zone="Europe/London">1 June 2027, 18:00</time></p>
<p class="actions"><a class="button" href="#form">Save a place</a></p></div></section>`,
  css: `.count{font-family:var(--display);font-size:clamp(1.5rem,1.1rem + 2vw,2.5rem);line-height:1.2;margin:0}`,
  icon: blockIcon(
    '<circle cx="24" cy="18" r="9" fill="none" stroke="currentColor" stroke-width="2.5"/><path d="M23 12h2.5v5l4 3-1.5 2-5-3.6z"/>',
  ),
};
