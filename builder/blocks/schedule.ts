import { type Block, blockIcon } from "./block";

export const schedule: Block = {
  id: "schedule",
  label: "Programme",
  category: "Content",
  html: `<section class="section"><div class="wrap"><h2>What happens when</h2><dl class="schedule">
<div><dt>17:30</dt><dd>Doors open, coffee is ready</dd></div>
<div><dt>18:00</dt><dd>A short welcome, and who is who</dd></div>
<div><dt>18:15</dt><dd>The first hour, everybody takes part</dd></div>
<div><dt>20:00</dt><dd>The end, and time to talk</dd></div>
</dl></div></section>`,
  css: `.schedule{margin:2rem 0 0;border-top:2px solid var(--ink)}
.schedule div{display:grid;gap:.25rem 2rem;padding:1.1rem 0;border-bottom:1px solid var(--line)}
.schedule dt{font-family:var(--display);font-weight:var(--display-weight);font-size:1.25rem}
.schedule dd{margin:0;font-size:1.125rem}
@media (min-width:40rem){.schedule div{grid-template-columns:11rem 1fr;align-items:baseline}}`,
  icon: blockIcon(
    '<rect x="7" y="8" width="8" height="2.5" rx="1.25"/><rect x="7" y="17" width="8" height="2.5" rx="1.25"/><rect x="7" y="26" width="8" height="2.5" rx="1.25"/><g opacity=".4"><rect x="19" y="8" width="22" height="2.5" rx="1.25"/><rect x="19" y="17" width="18" height="2.5" rx="1.25"/><rect x="19" y="26" width="20" height="2.5" rx="1.25"/></g>',
  ),
};
