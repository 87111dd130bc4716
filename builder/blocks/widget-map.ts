import { type Block, blockIcon } from "./block";

export const mapWidget: Block = {
  id: "map",
  label: "Map",
  category: "Content",
  html: `<section class="section"><div class="wrap narrow embed-box">
<h2>Where to find us</h2><p>Street and number<br>Postcode and town</p>
<a class="embed-door" data-widget="map" href="https://www.openstreetmap.org/?mlat=51.4492&amp;mlon=-2.5973#map=16/51.4492/-2.5973"><strong>Show the map</strong></a></div></section>`,
  css: `.embed-box{display:grid;gap:.75rem}.embed-door{background:var(--tint);color:var(--ink);text-decoration:none}.embed-door strong{font-size:1.25rem}.embed-door:hover strong{text-decoration:underline}`,
  icon: blockIcon(
    '<path d="M24 7a7 7 0 0 0-7 7c0 5 7 13 7 13s7-8 7-13a7 7 0 0 0-7-7z"/><rect x="9" y="29" width="30" height="2" rx="1" opacity=".3"/>',
  ),
};
