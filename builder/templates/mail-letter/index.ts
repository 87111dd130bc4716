import { darkInk, defineMailTemplate, fonts } from "../mail-template";

export const letter = defineMailTemplate({
  id: "letter",
  name: "Plain letter",
  description: "Looks as if written by hand to one person: words only, no frame.",
  subject: "A short question, {{first_name|if I may}}",
  preheader: "It takes one sentence to answer.",
  html: `<!doctype html><html lang="en"><head><title>Letter</title>
<style>${darkInk}</style></head>
<body class="ground" style="margin:0;background:#ffffff"><div class="ground ink" style="padding:24px;background:#ffffff;font:400 16px/1.6 ${fonts.sans};color:#1c2430"><div style="max-width:560px">
<p style="margin:0 0 16px">Good day {{first_name|to you}},</p>
<p style="margin:0 0 16px">a while ago you left your address with us. May I ask what you were looking for, and whether you found it?</p>
<p style="margin:0 0 16px">One sentence is enough. Press reply; I read every answer myself.</p>
<p style="margin:0 0 32px">Kind regards</p>
<p class="soft" style="margin:0;font-size:13px;color:#5b6470">{{postal_address}}<br>
<a class="soft" href="{{unsubscribe_url}}" style="color:#5b6470">Unsubscribe</a></p>
</div></div></body></html>`,
});
