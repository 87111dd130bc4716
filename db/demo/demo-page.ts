/** The published page of the demo workspace. */
export const demoPageHtml = `
<header class="top"><strong>Harbour Repair Café</strong></header>
<main>
  <section class="hero">
    <div>
      <h1>Learn to mend what you own.</h1>
      <p class="lead">A free evening workshop on 12 December. Bring a chair, a lamp or a bicycle; six menders walk from table to table and help.</p>
      <ul>
        <li>Tools and glue are here</li>
        <li>Coffee included</li>
        <li>No experience needed</li>
      </ul>
    </div>
    <form data-name="Workshop">
      <label>Your name <input name="name" autocomplete="name" required></label>
      <label>Your e-mail <input type="email" name="email" autocomplete="email" required></label>
      <label>What will you bring? <input name="item" placeholder="A lamp"></label>
      <label class="check"><input type="checkbox" name="consent_mail"> Write to me about further workshops. I can stop at any time.</label>
      <label class="check"><input type="checkbox" name="consent_tracking"> You may see whether I open your mails, to write less of what nobody reads.</label>
      <button>Keep a place for me</button>
    </form>
  </section>
  <section class="facts">
    <div><h2>Tools are here</h2><p>Everything from soldering iron to clamp, and people who know how to hold them.</p></div>
    <div><h2>Someone helps</h2><p>You do the work with your own hands. Nobody leaves with a question.</p></div>
    <div><h2>It costs nothing</h2><p>The café lives from donations and from cake.</p></div>
  </section>
</main>
<footer><p>Harbour Repair Café, Quay 7, 20457 Hamburg</p></footer>`;

export const demoPageCss = `
body { margin: 0; font-family: system-ui, sans-serif; line-height: 1.55; color: #1c2630; background: #fbfaf7; }
.top { max-width: 68rem; margin: 0 auto; padding: 1.25rem 1.5rem; }
.hero { max-width: 68rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; display: grid; gap: 3rem; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); align-items: start; }
h1 { font-family: Georgia, serif; font-weight: 600; font-size: clamp(2.25rem, 6vw, 3.75rem); line-height: 1.08; margin: 0 0 1.25rem; }
.lead { font-size: 1.15rem; max-width: 34rem; }
ul { padding-left: 1.2rem; }
form { display: grid; gap: 1rem; background: #ffffff; border: 1px solid #d9d5cb; border-radius: 14px; padding: 1.75rem; }
label { display: grid; gap: 0.35rem; font-weight: 600; }
input { font: inherit; padding: 0.7rem 0.85rem; border: 1px solid #8b8578; border-radius: 8px; background: #ffffff; color: #1c2630; }
.check { display: flex; gap: 0.65rem; align-items: flex-start; font-weight: 400; font-size: 0.95rem; }
input[type="checkbox"] { flex: none; width: 1.15rem; height: 1.15rem; margin: 0.2rem 0 0; padding: 0; }
button { font: inherit; font-weight: 700; min-height: 3rem; padding: 0.85rem 1.25rem; border: 0; border-radius: 8px; background: #0f5c5c; color: #ffffff; cursor: pointer; }
.facts { background: #f2ede3; display: grid; gap: 2rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); padding: 3rem max(1.5rem, calc((100% - 65rem) / 2)); }
.facts h2 { font-size: 1.15rem; margin: 0 0 0.5rem; }
footer { padding: 2rem 1.5rem; text-align: center; font-size: 0.95rem; }
`;

export const demoMailHtml = `
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center">
<table role="presentation" width="100%" style="max-width:600px" cellpadding="0" cellspacing="0">
<tr><td style="padding:24px;font-family:Georgia,serif;font-size:28px;color:#1c2630">Your place is kept, {{name|friend}}</td></tr>
<tr><td style="padding:0 24px 24px;font-family:Arial,sans-serif;font-size:16px;line-height:1.6;color:#1c2630">
<p>Doors open at six on 12 December. Bring what is broken and, if you like, a friend.</p>
<p><a href="https://example.org/way-to-quay-7" style="color:#0f5c5c">How to find Quay 7</a></p>
<p>Until then,<br>the menders</p>
</td></tr>
<tr><td style="padding:16px 24px;font-family:Arial,sans-serif;font-size:13px;color:#5b6570">
{{postal_address}}<br>
You get this because you asked for workshop news. <a href="{{unsubscribe_url}}" style="color:#5b6570">Unsubscribe</a> · <a href="{{preferences_url}}" style="color:#5b6570">Choose what you get</a>
</td></tr>
</table></td></tr></table>`;
