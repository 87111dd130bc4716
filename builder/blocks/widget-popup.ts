import { type Block, blockIcon } from "./block";

export const popupWidget: Block = {
  id: "popup",
  label: "Pop-up",
  category: "Closing",
  html: `<div class="popup" data-widget="popup" id="offer" data-trigger="time" data-after="10" data-again="7"><h2>One thing before you go</h2>
<p>Say in a sentence what people get, and what it costs them.</p><p class="actions"><a class="button" href="#form">Yes, please</a></p></div>`,
  css: `.popup h2{font-size:1.5rem}`,
  icon: blockIcon(
    '<rect x="12" y="9" width="24" height="18" rx="2"/><rect x="1" y="1" width="46" height="34" rx="4" opacity=".15"/>',
  ),
};

export const barWidget: Block = {
  id: "bar",
  label: "Sticky bar",
  category: "Closing",
  html: `<div class="bar" data-widget="bar" data-trigger="scroll" data-after="25" data-again="7"><p>Say in a few words what is new. <a href="#form">Have a look</a></p></div>`,
  css: `.bar{text-align:center}`,
  icon: blockIcon('<rect x="4" y="26" width="40" height="6" rx="2"/>'),
};
