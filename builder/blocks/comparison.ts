import { type Block, blockIcon } from "./block";

export const comparison: Block = {
  id: "comparison",
  label: "Comparison",
  category: "Content",
  html: `<section class="section"><div class="wrap"><h2>Which one is for you</h2><div class="comparison" role="group" tabindex="0" aria-label="Comparison">
<table><thead><tr><th scope="col">What you get</th><th scope="col">Small</th><th scope="col">Large</th></tr></thead><tbody>
<tr><th scope="row">Places</th><td>One</td><td>Six</td></tr>
<tr><th scope="row">Tools to borrow</th><td>Yes</td><td>Yes</td></tr>
<tr><th scope="row">A date of your choice</th><td>No</td><td>Yes</td></tr>
</tbody></table></div></div></section>`,
  css: `.comparison{margin-top:2rem;overflow-x:auto}
.comparison table{width:100%;min-width:30rem;border-collapse:collapse}
.comparison th,.comparison td{padding:1rem .75rem;border-bottom:1px solid var(--line);text-align:start;vertical-align:baseline}
.comparison thead th{border-bottom:2px solid var(--ink);font-family:var(--display);font-weight:var(--display-weight);font-size:1.25rem}
.comparison tbody th{font-weight:600}`,
  icon: blockIcon(
    '<rect x="7" y="8" width="34" height="4" rx="1.5" opacity=".6"/><g opacity=".3"><rect x="7" y="15" width="14" height="2.5" rx="1.25"/><rect x="7" y="20.5" width="12" height="2.5" rx="1.25"/><rect x="7" y="26" width="14" height="2.5" rx="1.25"/></g><circle cx="29" cy="16" r="1.8"/><circle cx="38" cy="16" r="1.8"/><circle cx="38" cy="21.5" r="1.8"/><circle cx="29" cy="27" r="1.8"/>',
  ),
};
