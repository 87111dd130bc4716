/** The published page of the demo workspace. */
export const demoPageHtml = `
<header class="top"><strong>Harbour Repair Café</strong></header>
<main>
  <section class="hero">
    <div>
      <h1>Learn to mend what you own.</h1>
      <p class="lead">A free evening workshop on 12 December. Bring a chair, a lamp or a bicycle; six menders walk from table to table and help.</p>
      <ul class="ticks">
        <li>Tools and glue are here</li>
        <li>Coffee included</li>
        <li>No experience needed</li>
      </ul>
    </div>
    <div class="card">
    <h2>Keep a place</h2>
    <form data-name="Workshop">
      <label>Your name <input name="name" autocomplete="name" required></label>
      <label>Your e-mail <input type="email" name="email" autocomplete="email" required></label>
      <label>What will you bring? <input name="item" placeholder="A lamp"></label>
      <label class="check"><input type="checkbox" name="consent_mail"> Write to me about further workshops. I can stop at any time.</label>
      <label class="check"><input type="checkbox" name="consent_tracking"> You may see whether I open your mails, to write less of what nobody reads.</label>
      <button>Keep a place for me</button>
    </form>
    </div>
  </section>
  <section class="facts">
    <div><h2>Tools are here</h2><p>Everything from soldering iron to clamp, and people who know how to hold them.</p></div>
    <div><h2>Someone helps</h2><p>You do the work with your own hands. Nobody leaves with a question.</p></div>
    <div><h2>It costs nothing</h2><p>The café lives from donations and from cake.</p></div>
  </section>
</main>
<footer><p>Harbour Repair Café, Quay 7, 20457 Hamburg</p></footer>`;

export const demoPageCss = `
:root { --display: "Fraunces", "Fraunces stand", Georgia, serif; --font: "Inter", "Inter stand", system-ui, sans-serif; --display-weight: 600; --tracking: -.022em; --leading: 1.08; --accent: #0f5c5c; --ink: #1c2630; --paper: #fbfaf7; }
* { box-sizing: border-box; }
body { margin: 0; font-family: var(--font); font-size: 1.0625rem; line-height: 1.6; color: var(--ink); background: var(--paper); }
.top { max-width: 70rem; margin: 0 auto; padding: 1.5rem; }
.top strong { font-family: var(--display); font-size: 1.25rem; font-weight: 600; letter-spacing: -.01em; }
.hero { max-width: 70rem; margin: 0 auto; padding: clamp(1.5rem, 4vw, 3.5rem) 1.5rem clamp(3rem, 6vw, 5rem); display: grid; gap: clamp(2.5rem, 5vw, 4.5rem); grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); align-items: center; }
h1, h2 { font-family: var(--display); font-weight: var(--display-weight); letter-spacing: var(--tracking); text-wrap: balance; }
h1 { font-size: clamp(2.5rem, 6vw, 4.25rem); line-height: var(--leading); margin: 0 0 1.25rem; }
.lead { font-size: 1.2rem; line-height: 1.5; color: #45515b; max-width: 34rem; margin: 0 0 1.5rem; }
.ticks { list-style: none; margin: 0; padding: 0; display: grid; gap: 0.75rem; }
.ticks li { position: relative; padding-inline-start: 2rem; }
.ticks li::before { content: "\\2713"; position: absolute; inset-inline-start: 0; top: 0.15em; width: 1.35rem; height: 1.35rem; border-radius: 50%; background: #dcecea; color: var(--accent); font-size: 0.8rem; font-weight: 700; line-height: 1.35rem; text-align: center; }
.card { background: #ffffff; border: 1px solid #e4dfd4; border-radius: 18px; padding: clamp(1.5rem, 4vw, 2.25rem); box-shadow: 0 1px 2px rgb(28 38 48 / 6%), 0 18px 48px -16px rgb(28 38 48 / 18%); }
.card h2 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 1.25rem; }
form { display: grid; gap: 1.1rem; }
label { display: grid; gap: 0.4rem; font-size: 0.9375rem; font-weight: 600; }
input { width: 100%; font: inherit; font-size: 1.0625rem; font-weight: 400; padding: 0.75rem 0.9rem; border: 1px solid #857f72; border-radius: 10px; background: #ffffff; color: var(--ink); }
input::placeholder { color: #6b7378; }
.check { display: flex; gap: 0.7rem; align-items: flex-start; font-weight: 400; line-height: 1.5; }
input[type="checkbox"] { flex: none; width: 1.25rem; height: 1.25rem; margin: 0.1rem 0 0; padding: 0; accent-color: var(--accent); }
button { font: inherit; font-weight: 650; min-height: 3.25rem; padding: 0.85rem 1.25rem; border: 0; border-radius: 10px; background: var(--accent); color: #ffffff; cursor: pointer; }
button:hover { background: #0b4848; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
.facts { background: #f2ede3; display: grid; gap: 2.5rem; grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr)); padding: clamp(3rem, 6vw, 4.5rem) max(1.5rem, calc((100% - 67rem) / 2)); }
.facts h2 { font-size: 1.35rem; line-height: 1.2; margin: 0 0 0.6rem; }
.facts p { margin: 0; color: #45515b; }
footer { padding: 2.25rem 1.5rem; text-align: center; font-size: 0.95rem; color: #45515b; }
footer p { margin: 0; }
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
