import { type Block, blockIcon } from "./block";

export const form: Block = {
  id: "form",
  label: "Form",
  category: "Form",
  html: `<section class="section"><div class="wrap form-box">
<h2>Write to us</h2>
<form class="form" id="form" data-name="Contact" data-next-message="Thank you. We will answer soon.">
<div class="field"><label>Your name</label><input type="text" name="name" autocomplete="name"></div>
<div class="field"><label>Your e-mail</label><input type="email" name="email" autocomplete="email" required></div>
<div class="field"><label>What would you like to know?</label><textarea name="message" rows="5" maxlength="2000"></textarea></div>
<label class="consent"><input type="checkbox" name="consent_mail" value="yes"><span>Also send me your news by e-mail. I can stop at any time.</span></label>
<button class="button" type="submit">Send</button>
</form></div></section>`,
  css: `.form-box{max-width:34rem}`,
  icon: blockIcon(
    '<g opacity=".3"><rect x="12" y="7" width="24" height="5" rx="1.5"/><rect x="12" y="15" width="24" height="5" rx="1.5"/></g><rect x="12" y="24" width="24" height="5" rx="2"/>',
  ),
};
