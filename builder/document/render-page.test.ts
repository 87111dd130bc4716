import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import { pageCsp } from "./page-csp";
import { scriptLoader } from "./page-script";
import { renderPage } from "./render-page";

const render = (html: string, more: Parameters<typeof examplePage>[0] = {}) =>
  renderPage(htmlToPageDocument({ html }).document, examplePage(more));

const sendable = { forms: { form: { action: "/f/abc", token: 'to"ken' } } };

describe("rendered page", () => {
  it("[pages.notice] shows at every form who asks, what, why, how long and which rights", () => {
    const { html } = render("<form><input type=email name=email aria-label=Mail><button>Go</button></form>", {
      ...sendable,
      privacyNotice: {
        controller: "Müller & <Co>",
        contact: "privacy@example.org",
        postalAddress: "Müller & <Co>\nStreet 1\nTown",
        purposes: ["news", "orders"],
        retention: "12 months",
        rightsUrl: "https://app.example/privacy-request",
        text: "More words.",
      },
    });
    const form = /<form[\s\S]*<\/form>/.exec(html)?.[0] ?? "";
    for (const words of [
      "<dd>Müller &amp; &lt;Co&gt;, Street 1, Town</dd>",
      "Mail",
      "news, orders",
      "12 months",
      "https://app.example/privacy-request",
      "More words.",
      "mailto:privacy@example.org",
    ]) {
      expect(form).toContain(words);
    }
  });

  it("[forms.captcha] gives a form our address, its token and a trap that people never meet", () => {
    const { html } = render(
      "<form action=/theirs method=get target=x data-next-url=https://n.example/><input name=email><button>Go</button></form>",
      sendable,
    );
    expect(html).toMatch(/<form[^>]* method="post" action="\/f\/abc"/);
    expect(html).toContain('<input type="hidden" name="_t" value="to&quot;ken">');
    expect(html).toMatch(
      /aria-hidden="true"><label>[^<]+<input type="text" name="_website" tabindex="-1" autocomplete="off">/,
    );
    expect(html).not.toMatch(/theirs|target|data-next|get"/);
  });

  it("adds the button a form lacks, names its fields for assistive software and cannot be sent without an address", () => {
    const { html } = render("<form><input type=email></form>");
    expect(html).toMatch(/<input type="email" name="email" autocomplete="email" aria-label="email">/);
    expect(html).toContain("<button disabled>Send</button>");
    expect(html).not.toContain("action=");
  });

  it("lets browsers fill in what they know by the name of a field, unless the page says otherwise", () => {
    const { html } = render(
      '<form><input name="Vorname"><input type="tel" name="x"><input name="telephone"><input name="surname" autocomplete="off"><textarea name="name"></textarea></form>',
    );
    expect([...html.matchAll(/autocomplete="([^"]+)" aria/g)].map(([, token]) => token)).toEqual([
      "given-name",
      "tel",
      "tel",
      "off",
    ]);
  });

  it("speaks the language of the page, right to left where it is written so", () => {
    const { html } = render("<form><input name=email></form>", { language: "ar" });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain("حقوقك");
  });

  it("escapes settings wherever they stand", () => {
    const evil = '"><script>alert(1)</script>';
    const { html } = render("<p>x</p>", {
      title: evil,
      description: evil,
      siteName: evil,
      url: `https://x/${evil}`,
    });
    const dataBlocks = /<script type="application\/ld\+json">[^<>]*<\/script>/g;
    expect(html.match(dataBlocks)).toHaveLength(1);
    expect(html.replace(dataBlocks, "")).not.toContain("<script");
  });

  it("keeps only rules that something on the page can match", () => {
    const { css } = render(
      "<style>.a{color:red}.b{color:blue}@media (width>1px){.b{x:y}.a:hover{top:0}}@keyframes spin{from{top:0}}@keyframes idle{from{top:1px}}.a{animation:spin 1s}p:not(.zz){left:0}#no .a{top:2px}</style><p class=a>x",
    );
    expect(css).toContain(".a{color:red}");
    expect(css).toContain("@keyframes spin");
    expect(css).toContain("p:not(.zz){left:0}");
    expect(css).not.toMatch(/\.b\b|idle|#no/);
  });

  it("is served without any inline style or script, under a policy that names its one style sheet", () => {
    const rendered = render('<p style="color:red" onclick="x()">Hi</p>', {
      scripts: { folder: "/_foyer/", attributes: { "data-page": "1" } },
    });
    expect(rendered.html).not.toMatch(/ style=|onclick/);
    expect(rendered.css).toContain("#i1{color:red}");
    expect(rendered.html).toContain(
      `<script data-load="/_foyer/visit.js" data-page="1">${scriptLoader}</script></body>`,
    );
    const styleHash = createHash("sha256").update(rendered.css).digest("base64");
    const policy = pageCsp(rendered, { styleHash });
    expect(policy).toContain(`style-src 'sha256-${styleHash}'`);
    const loaderHash = createHash("sha256").update(scriptLoader).digest("base64");
    expect(policy).toContain(`script-src 'self' 'sha256-${loaderHash}';`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  });

  it("names the smallest script that does what the page needs, and none where nothing is recorded", () => {
    const scripts = { folder: "/_foyer/", attributes: { "data-page": "1" } };
    const field = '<input name="a" aria-label="A">';
    const loaded = (html: string) => /data-load="([^"]*)"/.exec(render(html, { scripts }).html)?.[1];
    expect(loaded("<p>x")).toBe("/_foyer/visit.js");
    expect(loaded(`<form>${field}</form>`)).toBe("/_foyer/form.js");
    expect(loaded(`<form>${field}<p data-show-field="a">x</p></form>`)).toBe("/_foyer/v1.js");
    expect(
      loaded(
        `<form><div data-step="1">${field}</div><div data-step="2"><input name="b" aria-label="B"></div></form>`,
      ),
    ).toBe("/_foyer/v1.js");
    expect(loaded('<time data-widget="countdown" datetime="2030-01-01T00:00">x</time>')).toBe(
      "/_foyer/visit.js /_foyer/widgets.js",
    );
    expect(render(`<form>${field}</form>`).html).not.toMatch(/<script(?! type="application\/ld)/);
  });

  it("[consent.cookies] holds back pictures on other servers, and drops invisible ones", () => {
    const html =
      '<img src="https://cdn.example/a.png" alt="A cat"><img src="https://spy.example/p.gif" width=1 height=1><img src="/_files/1.webp">';
    const held = render(html);
    expect(held.heldImages).toEqual(["https://cdn.example/a.png"]);
    expect(held.html).not.toMatch(/<img[^>]+https:|spy\.example/);
    expect(held.html).toContain("A cat (cdn.example)");
    const loaded = render(html, { remoteImages: "load" });
    expect(loaded.imageOrigins).toContain("https://cdn.example");
  });

  it("loads the first picture at once and the others when they are near", () => {
    const { html } = render("<img src=/1.png alt=one><img src=/2.png>", {
      picture: () => ({ width: 800, height: 600, sources: [] }),
      assetUrl: (src) => `/_files${src}`,
    });
    expect(html).toContain(
      '<img src="/_files/1.png" alt="one" width="800" height="600" fetchpriority="high" decoding="async">',
    );
    expect(html).toContain(
      '<img src="/_files/2.png" alt="" width="800" height="600" loading="lazy" decoding="async">',
    );
  });

  it("gives the page a main part unless it has one or its rules would notice", () => {
    expect(render("<header>h</header><p>x</p><footer>f</footer>").html).toContain(
      "<header>h</header><main><p>x</p></main><footer>f</footer>",
    );
    expect(render("<main>x</main>").html.match(/<main/g)).toHaveLength(1);
    expect(render("<style>body > p{color:red}</style><p>x").html).not.toContain("<main");
  });

  it("lets a form lead to the address chosen for it, in the policy too", () => {
    const rendered = render(
      '<form data-next-url="https://shop.example/x?y=1"><input name=email></form>',
      sendable,
    );
    expect(pageCsp(rendered, { styleHash: "x" })).toContain("form-action 'self' https://shop.example");
  });
});
