import { type Block, blockIcon } from "./block";

export const heroWithForm: Block = {
  id: "hero-with-form",
  label: "Opening with form",
  category: "Opening",
  html: `<section class="section hero-split"><div class="wrap hero-grid">
<div class="hero-words">
<p class="eyebrow">Free guide</p>
<h1>The promise of your page in one line</h1>
<p class="lead">Who it is for, what they get and how soon. Two lines are enough.</p>
<ul class="ticks"><li>First good reason</li><li>Second good reason</li><li>What it does not cost</li></ul>
</div>
<form class="form card" id="form" data-name="Sign-up" data-next-message="Thank you. Please look into your mailbox.">
<div class="field"><label>Your first name</label><input type="text" name="first_name" autocomplete="given-name"></div>
<div class="field"><label>Your e-mail</label><input type="email" name="email" autocomplete="email" placeholder="name@example.org" required></div>
<label class="consent"><input type="checkbox" name="consent_mail" value="yes"><span>Write to me now and then. I can stop at any time.</span></label>
<button class="button" type="submit">Send it to me</button>
</form>
</div></section>`,
  css: `.hero-grid{display:grid;gap:clamp(2rem,5vw,4.5rem);align-items:center}
@media (min-width:56rem){.hero-grid{grid-template-columns:1.15fr .85fr}}
.hero-grid .card{box-shadow:0 18px 50px -24px rgb(20 30 40 / .35)}
.ticks{list-style:none;padding:0;margin:1.5rem 0 0}
.ticks li{position:relative;padding-inline-start:2rem;margin:0 0 .6rem}
.ticks li::before{content:"";position:absolute;inset-inline-start:.3rem;top:.35em;width:.45rem;height:.85rem;border:solid var(--accent);border-width:0 2.5px 2.5px 0;rotate:42deg}`,
  icon: blockIcon(
    '<rect x="6" y="9" width="16" height="4" rx="2"/><rect x="6" y="16" width="14" height="2.5" rx="1.25" opacity=".4"/><rect x="6" y="21" width="12" height="2.5" rx="1.25" opacity=".4"/><rect x="27" y="7" width="15" height="22" rx="2.5" opacity=".2"/><rect x="30" y="11" width="9" height="3" rx="1" opacity=".6"/><rect x="30" y="22" width="9" height="4" rx="2"/>',
  ),
};
