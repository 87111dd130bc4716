import { describe, expect, it } from "vitest";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import { editorProject, parsePageDocument } from "./page-document";
import { listQuotationUses, quotationsWithoutConsent, withoutQuotation, withQuotations } from "./quotations";
import { renderPage } from "./render-page";

const ada = { words: "Rye <b>at</b> last.\n\nEvery day.", name: 'Ada "the" <Baker>', role: "", picture: "" };
const html = `<section><figure class="t" data-testimonial="tst_1"><blockquote>Words from elsewhere</blockquote></figure>
<figure data-testimonial="tst_2"></figure><div data-testimonial="tst_1">Other</div></section>`;
const { document } = htmlToPageDocument({ html });
const page = (people: Record<string, typeof ada>) =>
  renderPage(document, examplePage({ quotation: (id) => people[id] })).html;

describe("quotations on a page", () => {
  it("keep no words in the document, whoever puts them there", () => {
    expect(JSON.stringify(document)).not.toContain("elsewhere");
    const shown = withQuotations(editorProject(document), () => ada);
    expect(JSON.stringify(shown)).toContain("Every day.");
    expect(parsePageDocument(shown)).toEqual(document);
  });

  it("show nothing of whoever has not agreed, and only words of whoever has", () => {
    expect(page({})).not.toContain("<figure");
    const shown = page({ tst_1: ada });
    expect(shown).toContain(
      '<figure class="t" data-testimonial="tst_1"><blockquote><p>Rye &lt;b&gt;at&lt;/b&gt; last.</p><p>Every day.</p></blockquote><figcaption><strong>Ada "the" &lt;Baker&gt;</strong></figcaption></figure>',
    );
    expect(shown).not.toContain("tst_2");
  });

  it("keep name and role apart, also where no style of the page does", () => {
    const words = page({ tst_1: { ...ada, name: "Ada", role: "Baker" } }).replace(/<[^>]*>/g, "");
    expect(words).toContain("Ada Baker");
  });

  it("look as the page says, though their words are not in it", () => {
    const styled = htmlToPageDocument({
      html: '<figure class="t" data-testimonial="tst_1"></figure>',
      css: '.t blockquote{color:red}.t blockquote::before{content:"x"}.t figcaption strong{color:blue}.t svg{top:0}',
    }).document;
    const { html } = renderPage(styled, examplePage({ quotation: () => ada }));
    expect(html).toContain(".t blockquote{color:red}");
    expect(html).toContain(".t blockquote::before{");
    expect(html).toContain(".t figcaption strong{color:blue}");
    expect(html).not.toContain(".t svg");
  });

  it("go off a rendered page one by one, and nothing else goes", () => {
    const both = page({ tst_1: ada, tst_2: ada });
    const rest = withoutQuotation(both, "tst_1") ?? "";
    expect(rest).not.toContain('<figure class="t"');
    expect(rest).toContain('<figure data-testimonial="tst_2">');
    expect(rest).toContain('<div data-testimonial="tst_1">Other</div>');
    expect(withoutQuotation(rest, "tst_1")).toBeUndefined();
    for (const id of [".*", '"', "tst_1|tst_2", ""]) expect(withoutQuotation(both, id)).toBeUndefined();
  });

  it("are told from figures that quote somebody by hand", () => {
    expect(listQuotationUses(document).map(({ id }) => id)).toEqual(["tst_1", "tst_2"]);
    const byHand = htmlToPageDocument({
      html: "<figure><blockquote>Good.</blockquote><figcaption>Jo</figcaption></figure><figure><img src=/x></figure>",
    });
    expect(quotationsWithoutConsent(byHand.document)).toEqual(["0"]);
  });
});
