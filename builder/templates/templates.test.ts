import { describe, expect, it } from "vitest";
import { baseCss, tokensCss } from "../blocks/base-css";
import { blocks } from "../blocks/blocks";
import { contrastOf } from "../document/contrast";
import { listImages } from "../document/document-contents";
import { listForms } from "../document/document-forms";
import { examplePage } from "../document/example-page";
import { fillMail } from "../document/fill-mail";
import { htmlToPageDocument } from "../document/html-to-document";
import { htmlToMailDocument, parseMailDocument } from "../document/mail-document";
import { mailHasPostalAddress, mailHasUnsubscribe, mailText } from "../document/mail-text";
import { leadFormsTo } from "../document/next-page";
import { parsePageDocument } from "../document/page-document";
import { defaultTheme } from "../document/page-theme";
import { placeholderLinks } from "../document/placeholder-link";
import { renderMail } from "../document/render-mail";
import { renderPage } from "../document/render-page";
import { leadBackTo, leadMailTo } from "./after-sending";
import { findMailTemplate, mailTemplates, welcomeMailId } from "./mail-templates";
import { templates } from "./templates";

describe.each(templates.map((template) => [template.id, template] as const))(
  "template %s",
  (_id, template) => {
    it("is a whole page with one main heading, one form with e-mail and an unticked consent box", () => {
      const forms = listForms(template.document);
      expect(forms).toHaveLength(1);
      const fields = forms[0]?.fields ?? [];
      expect(fields.find((field) => field.name === "email")?.type).toBe("email");
      expect(fields.find((field) => field.type === "consent")?.wording).toBeTruthy();
      expect(forms[0]?.next).toEqual({ kind: "message", text: template.thankYou });
      const { html } = renderPage(template.document, examplePage());
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).not.toMatch(/<input[^>]* checked/);
      expect(html).toContain("f-notice");
    });

    it("has a thank-you page in the same look and a mail that says how to stop", () => {
      const { thanks, mail, document } = template;
      expect(thanks.theme).toEqual(document.theme);
      const { html } = renderPage(thanks, examplePage());
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).not.toContain("<form");
      expect(parsePageDocument(JSON.parse(JSON.stringify(thanks)))).toEqual(thanks);
      expect(mailHasUnsubscribe(mail.document) && mailHasPostalAddress(mail.document)).toBe(true);
      expect(mail.subject).toBeTruthy();
      expect(renderPage(leadBackTo(thanks, "/offer"), examplePage()).html).toContain('<a href="/offer">');
      // What the mail says is on its way would be the mail itself.
      expect(mailText(mail.document)).not.toMatch(/on (?:its|their) way|in your mailbox/);
      const links = renderMail(leadMailTo(mail.document, "https://harbour.example/offer")).links;
      expect(links).toContain(
        template.welcome.button ? placeholderLinks.promised : "https://harbour.example/offer",
      );
      const offered = findMailTemplate(welcomeMailId(template.id));
      expect(offered?.document).toEqual(mail.document);
      const led = leadFormsTo(document, "/x-thank-you");
      expect(listForms(led)[0]?.next).toEqual({ kind: "page", path: "/x-thank-you" });
    });

    it("is written in colours that can be read", () => {
      const { colours } = template.document.theme ?? defaultTheme;
      for (const [words, ground] of [
        [colours.ink, colours.paper],
        [colours.ink, colours.tint],
        [colours.inkSoft, colours.paper],
        [colours.inkSoft, colours.tint],
        [colours.accent, colours.paper],
        [colours.accent, colours.tint],
        [colours.accentInk, colours.accent],
      ] as const) {
        expect(contrastOf(words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    });

    it("is stored and read again without any change, and light", () => {
      const { document } = template;
      expect(parsePageDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
      expect(renderPage(document, examplePage()).html.length).toBeLessThan(20_000);
      expect(listImages(document).filter((image) => image.isRemote)).toEqual([]);
    });
  },
);

it("[pages.build] every block is taken over without anything left out", () => {
  const css = [tokensCss(), baseCss, ...blocks.map((block) => block.css ?? "")].join("\n");
  const { removed } = htmlToPageDocument({ html: blocks.map((block) => block.html).join("\n"), css });
  expect(removed).toEqual([]);
  expect(new Set(blocks.map((block) => block.id)).size).toBe(blocks.length);
});

it("[pages.build] there are 24 templates, each with a look of its own", () => {
  expect(templates).toHaveLength(24);
  const looks = templates.map(({ document }) => JSON.stringify(document.theme));
  expect(new Set(looks).size).toBe(24);
  expect(new Set(templates.map(({ document }) => document.theme?.type)).size).toBeGreaterThan(12);
});

describe.each(mailTemplates.map((template) => [template.id, template] as const))(
  "mail template %s",
  (_id, template) => {
    it("[email.optout] carries an unsubscribe link and the postal address, for eyes and as text", () => {
      const { document } = template;
      expect(mailHasUnsubscribe(document)).toBe(true);
      expect(mailHasPostalAddress(document)).toBe(true);
      expect(mailText(document)).toContain("{{unsubscribe_url}}");
      expect(htmlToMailDocument(template.html).removed).toEqual([]);
      expect(parseMailDocument(JSON.parse(JSON.stringify(document)))).toEqual(document);
    });

    it("has a dark ground under its words wherever they turn light", () => {
      const { html } = renderMail(template.document);
      expect(html).toContain("prefers-color-scheme:dark");
      expect(html).toMatch(/<body[^>]*class="ground"|<(?:div|table)[^>]*class="ground[ "]/);
      expect(html).toMatch(/\.ground\{background:#15191f/);
    });

    it("is filled without a slot left over", () => {
      const rendered = renderMail(template.document);
      const values = {
        unsubscribe_url: "https://l.example/u/1",
        preferences_url: "https://l.example/p/1",
        postal_address: "A\nB",
      };
      const html = fillMail(rendered.html, values, { links: rendered.links });
      expect(html).not.toContain("{{");
      expect(html).toContain("A<br>B");
    });
  },
);
