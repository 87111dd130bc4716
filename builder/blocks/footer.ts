import { type Block, blockIcon } from "./block";

export const footer: Block = {
  id: "footer",
  label: "Footer",
  category: "Closing",
  html: `<footer class="foot"><div class="wrap foot-grid">
<p><strong>Your organisation</strong><br>1 Example Street, 12345 Town</p>
<p><a class="foot-link" href="mailto:hello@example.org">hello@example.org</a><br><a class="foot-link" href="#top">Back to top</a></p>
</div></footer>`,
  css: `.foot{padding:2.5rem clamp(1.25rem,4vw,3rem);border-top:1px solid var(--line);font-size:.9375rem;color:var(--ink-soft)}
.foot-grid{display:flex;flex-wrap:wrap;gap:1rem 3rem;justify-content:space-between}
.foot p{margin:0}
.foot-link{display:inline-block;padding:.15rem 0;color:inherit}`,
  icon: blockIcon(
    '<rect x="4" y="24" width="40" height="8" rx="2" opacity=".25"/><rect x="8" y="27" width="10" height="2" rx="1"/><rect x="26" y="27" width="5" height="2" rx="1"/><rect x="34" y="27" width="6" height="2" rx="1"/>',
  ),
};
