import { type Block, blockIcon } from "./block";

export const faq: Block = {
  id: "faq",
  label: "Questions",
  category: "Content",
  html: `<section class="section"><div class="wrap narrow">
<h2>Questions people ask</h2>
<div class="questions">
<details><summary>What happens after I sign up?</summary><p>You get one message at once, with what you asked for. Further messages come only if you ticked the box.</p></details>
<details><summary>How do I stop the messages?</summary><p>Every message has a link at its end. One press, and no more come.</p></details>
<details><summary>What do you do with my address?</summary><p>We keep it to send you what you asked for, and give it to nobody.</p></details>
</div></div></section>`,
  css: `.questions{margin-top:1.5rem;border-top:1px solid var(--line)}
.questions details{border-bottom:1px solid var(--line)}
.questions summary{padding:1.1rem 0;font-weight:650;cursor:pointer}
.questions p{color:var(--ink-soft)}`,
  icon: blockIcon(
    '<g opacity=".4"><rect x="8" y="9" width="24" height="2.5" rx="1.25"/><rect x="8" y="17" width="20" height="2.5" rx="1.25"/><rect x="8" y="25" width="26" height="2.5" rx="1.25"/></g><path d="M38 9l2 2.5 2-2.5zM38 17l2 2.5 2-2.5zM38 25l2 2.5 2-2.5z"/>',
  ),
};
