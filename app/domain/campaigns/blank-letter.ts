/** What a new campaign starts from: a plain letter with everything a message must have. */
export const blankLetter = `<!doctype html>
<html><body style="margin:0;background:#f6f4ef">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;background:#ffffff;border-radius:10px">
<tr><td style="padding:32px;font:16px/1.6 Helvetica,Arial,sans-serif;color:#1c2b33">
<p style="margin:0 0 16px">Hello {{name|there}},</p>
<p style="margin:0 0 16px">Write your message here.</p>
<p style="margin:0">Best wishes</p>
</td></tr></table>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px">
<tr><td style="padding:24px 32px;font:13px/1.6 Helvetica,Arial,sans-serif;color:#55636b">
<p style="margin:0 0 8px">{{postal_address}}</p>
<p style="margin:0"><a href="{{unsubscribe_url}}" style="color:#55636b">Unsubscribe</a> &middot; <a href="{{preferences_url}}" style="color:#55636b">Choose what you get</a></p>
</td></tr></table>
</td></tr></table></body></html>`;
