import { type Block, blockIcon } from "./block";

export const header: Block = {
  id: "header",
  label: "Header",
  category: "Opening",
  html: `<header class="head"><div class="wrap head-bar"><a class="head-name" href="#top">Your name</a><a class="head-link" href="#form">Sign up</a></div></header>`,
  css: `.head{padding:1.1rem clamp(1.25rem,4vw,3rem)}
.head-bar{display:flex;gap:1rem;justify-content:space-between;align-items:center}
.head-name{font-family:var(--display);font-size:1.25rem;font-weight:600;color:inherit;text-decoration:none;padding:.25rem 0}
.head-link{font-weight:650;padding:.25rem 0}`,
  icon: blockIcon(
    '<rect x="4" y="4" width="40" height="8" rx="2" opacity=".25"/><rect x="8" y="7" width="10" height="2.5" rx="1.25"/><rect x="32" y="7" width="8" height="2.5" rx="1.25"/>',
  ),
};
