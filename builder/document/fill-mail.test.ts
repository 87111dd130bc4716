import { createRequire } from "node:module";
import fc from "fast-check";
import { parse } from "parse5";
import { describe, expect, it } from "vitest";
import { fillMail, fillMailText } from "./fill-mail";
import { htmlToMailDocument } from "./mail-document";
import { mailHasPostalAddress, mailHasUnsubscribe, mailText } from "./mail-text";
import { fillText, fillUrl, listMergeFields } from "./merge-fields";
import { renderMail } from "./render-mail";

const read = (html: string) => htmlToMailDocument(html).document;

function personal(html: string, values: Record<string, string>) {
  const rendered = renderMail(read(html));
  return fillMail(rendered.html, values, { links: rendered.links });
}

const naughty = createRequire(import.meta.url)("big-list-of-naughty-strings/blns.json") as string[];

describe("merge fields", () => {
  it("give the value, else the fallback, else nothing", () => {
    expect(fillText("Hi {{name}}", { name: "Ada" })).toBe("Hi Ada");
    expect(fillText("Hi {{ name | there }}", {})).toBe("Hi there");
    expect(fillText("Hi {{name|there}}", { name: " " })).toBe("Hi there");
    expect(fillText("Hi {{name}}.", {})).toBe("Hi .");
    expect(fillText("{{constructor}}{{toString}}{{__proto__}}", {})).toBe("");
    expect(listMergeFields("{{a}} {{b|x}} {{A}} {{ not a field }} {{}}")).toEqual(["a", "b"]);
  });

  it("are filled once: a value that looks like a field stays as it is", () => {
    expect(fillText("{{a}}", { a: "{{b}}", b: "no" })).toBe("{{b}}");
  });

  it("never add a line to a subject", () => {
    const subject = fillText(
      "Hi {{name}}",
      { name: "x\r\nBcc: all@example.org\u2028y\0" },
      { singleLine: true },
    );
    expect(subject).toBe("Hi x Bcc: all@example.org y");
  });

  it("cannot change where a link leads", () => {
    expect(fillUrl("https://x.example/{{a}}?q={{b|none}}", { a: "../@evil.example/?#" })).toBe(
      "https://x.example/..%2F%40evil.example%2F%3F%23?q=none",
    );
    expect(fillUrl("https://x.example/{{a}}", { a: "\ud800" })).toBe("https://x.example/%EF%BF%BD");
  });

  it("[email.contact] hold the naughtiest strings without a tag, an attribute or a line of their own", () => {
    expect(naughty.length).toBeGreaterThan(400);
    const template =
      '<p title="{{v}}">{{v}}</p><a href="https://x.example/?n={{v}}">x</a><a href="mailto:a@x.example?subject={{v}}">y</a>';
    const tags = (html: string) =>
      JSON.stringify(parse(html), (key, value) =>
        key === "parentNode" || key === "value" ? undefined : value,
      );
    const plain = tags(personal(template, { v: "x" }));
    for (const value of naughty.filter((one) => one.trim() !== "")) {
      const html = personal(template, { v: value });
      expect(tags(html), value).toBe(plain);
      expect(html).toMatch(/href="https:\/\/x\.example\/\?n=[^"<>\s]*"/);
      expect(fillText("{{v}}", { v: value }, { singleLine: true })).not.toMatch(/[\r\n]/);
    }
  });

  it("hold any value whatever", () => {
    const rendered = renderMail(
      read('<p>{{v}}</p><a href="https://x.example/{{v}}">{{v}}</a>{{postal_address}}'),
    );
    const count = (html: string) => html.match(/<(?!br>)[a-z]/g)?.length;
    const plain = count(fillMail(rendered.html, {}, { links: rendered.links }));
    fc.assert(
      fc.property(fc.string(), (value) => {
        const html = fillMail(rendered.html, { v: value, postal_address: value }, { links: rendered.links });
        expect(count(html)).toBe(plain);
      }),
    );
  }, 60_000);
});

describe("mail documents", () => {
  it("keep tables, style blocks, media queries and Outlook's comments, and drop what is active", () => {
    const { document, removed } = htmlToMailDocument(
      `<head><style>@import "x.css";.a{color:red;behavior:url(x)}@media (max-width:600px){.a{width:100%!important}}</style>
       <!--[if mso]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]--></head>
       <body bgcolor="#fff"><!--[if mso]><table width="600"><tr><td onclick="x()"><![endif]--><table cellpadding="0" background="https://x.example/b.png"><tr><td align="center" style="color:red;mso-line-height-rule:exactly" onclick="x()">Hi</td></tr></table><!--[if mso]></td></tr></table><![endif]-->
       <!--[if !mso]><!--><p>Not Outlook</p><!--<![endif]--><!-- secret --><script>x()</script><form><input name=a></form></body>`,
    );
    const { html } = renderMail(document);
    expect(html).toContain('<!--[if mso]><table width="600"><tr><td><![endif]-->');
    expect(html).toContain("<!--[if mso]></td></tr></table><![endif]-->");
    expect(html).toContain("<!--[if !mso]><!--><p>Not Outlook</p><!--<![endif]-->");
    expect(html).toContain("<o:PixelsPerInch>96</o:PixelsPerInch>");
    expect(html).toContain("@media (max-width:600px){.a{width:100%!important}}");
    expect(html).toContain('style="color:red;mso-line-height-rule:exactly"');
    expect(html).not.toMatch(/onclick|@import|behavior|secret|<script|<form|<input/);
    expect(removed.length).toBeGreaterThan(2);
  });

  it("turn web links into numbered slots with a literal host, in HTML and text alike", () => {
    const document = read(
      '<a href="https://a.example/?m={{email}}">A</a><a href="mailto:x@a.example">B</a><a href="https://{{host}}/">C</a><a href="/relative">D</a><a href="http://b.example">E</a><a href="#top">F</a>',
    );
    const { html, links } = renderMail(document);
    expect(links).toEqual(["https://a.example/?m={{email}}", "http://b.example"]);
    expect(html).toContain('<a href="{{@link:0}}">A</a>');
    expect(html).toMatch(/<a>C<\/a><a>D<\/a>/);
    const text = fillMailText(mailText(document), { email: "x@y.example" }, { links });
    expect(text).toContain("https://a.example/?m=x%40y.example");
    const tracked = fillMail(
      html,
      {},
      { links, link: (index, target) => `https://l.example/c/${index}?${target.length}`, tail: "<img>" },
    );
    expect(tracked).toContain('href="https://l.example/c/1?16"');
    expect(tracked).toMatch(/<img><\/body>/);
  });

  it("let nobody write the renderer's own slots", () => {
    const html = personal('<p>{{@link:0}} {{@lines:x}}</p><a href="https://a.example/{{@url:x}}">x</a>', {
      x: "no",
    });
    expect(html).toContain("&#123;{@link:0}}");
    expect(html).not.toContain("no");
  });

  it("[email.optout] count an unsubscribe link and a postal address only where a reader can see them", () => {
    const link = '<a href="{{unsubscribe_url}}">Stop</a>';
    expect(mailHasUnsubscribe(read(`<p>${link}</p>`))).toBe(true);
    expect(
      mailHasUnsubscribe(
        read('<a href="{{ unsubscribe_url }}"><img src="https://a.example/i.png" alt="Stop"></a>'),
      ),
    ).toBe(true);
    expect(mailHasUnsubscribe(read('<a href="{{unsubscribe_url}}"></a>'))).toBe(false);
    expect(mailHasUnsubscribe(read(`<div style="display:none">${link}</div>`))).toBe(false);
    expect(mailHasUnsubscribe(read(`<!--[if mso]>${link}<![endif]-->`))).toBe(false);
    expect(mailHasUnsubscribe(read("<p>{{unsubscribe_url}}</p>"))).toBe(false);
    expect(mailHasPostalAddress(read("<p>{{ postal_address }}</p>"))).toBe(true);
    expect(mailHasPostalAddress(read('<p style="font-size:0">{{postal_address}}</p>'))).toBe(false);
    expect(mailHasPostalAddress(read("<p title='{{postal_address}}'>x</p>"))).toBe(false);
  });

  it("have a text part a person can read", () => {
    const text = mailText(
      read(
        "<h1>Hi</h1><p>One<br>two &amp; three</p><ul><li>a</li><li>b</li></ul><table><tr><td>c</td><td>d</td></tr></table><p style='display:none'>no</p>",
      ),
    );
    expect(text).toBe("Hi\n\nOne\ntwo & three\n\n- a\n\n- b\n\nc d");
  });
});
