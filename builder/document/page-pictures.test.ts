import { describe, expect, it } from "vitest";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import type { PagePicture } from "./page-picture";
import { renderPage } from "./render-page";

const formats = ["avif", "webp"] as const;

/** A picture of 1600 x 900 as /_files/NAME/960.webp. */
function picture(src: string): PagePicture | undefined {
  const [, name] = /^\/_files\/(\w+)\//.exec(src) ?? [];
  if (!name) return undefined;
  return {
    ...{ width: 960, height: 540 },
    sources: formats.map((format) => ({
      type: `image/${format}`,
      candidates: [480, 960, 1600].map((width) => ({ src: `/_files/${name}/${width}.${format}`, width })),
    })),
    plain: `/_files/${name}/960.jpg`,
  };
}

const img = (name: string, more = "") => `<img src="/_files/${name}/960.webp" alt="" ${more}>`;
const render = (html: string) => renderPage(htmlToPageDocument({ html }).document, examplePage({ picture }));
const tagsOf = (html: string, tag: string) => html.match(new RegExp(`<${tag}\\b[^>]*>`, "g")) ?? [];

describe("a picture on a page", () => {
  it("is offered in widths and formats, with its size, and plainly to browsers that know none of them", () => {
    const { html, css } = render(img("A"));
    const [avif = "", webp = ""] = tagsOf(html, "source");
    expect(avif).toContain('type="image/avif"');
    expect(avif).toContain("/_files/A/480.avif 480w, /_files/A/960.avif 960w, /_files/A/1600.avif 1600w");
    expect(webp).toContain("/_files/A/480.webp 480w");
    expect(tagsOf(html, "img")[0]).toMatch(/src="\/_files\/A\/960\.jpg".*width="960" height="540"/);
    expect(css).toContain(":where(.f-picture){display:contents}");
    expect(render("<p>None").css).not.toContain("f-picture");
  });

  it("stands in the size of the drawing that it was made of, with the points of a sharper one", () => {
    const { html } = render(img("A", 'srcset="/_files/A/960.webp 2x"'));
    const [shown = ""] = tagsOf(html, "img");
    expect(shown).toContain('width="480" height="270"');
    expect(tagsOf(html, "source")[0]).toContain("/_files/A/480.avif 480w, /_files/A/960.avif 960w");
    const [other = ""] = tagsOf(render(img("A", 'srcset="/_files/B/960.webp 2x"')).html, "img");
    expect(other).not.toContain("width=");
  });

  it("is fetched first on the first screen, at once in the header, and elsewhere when it is near", () => {
    const { html } = render(
      `<header>${img("LOGO")}</header><section><h1>x</h1>${img("HERO")}${img("TWO")}</section><section>${img("LOW")}</section>`,
    );
    const [logo = "", hero = "", two = "", low = ""] = tagsOf(html, "img");
    expect(logo).not.toMatch(/loading|fetchpriority/);
    expect(hero).toContain('fetchpriority="high"');
    expect(hero).not.toContain("loading");
    expect(two).toContain('loading="lazy"');
    expect(low).toContain('loading="lazy"');
    const below = render(`<section><h1>Words only</h1></section><section>${img("LOW")}</section>`);
    expect(tagsOf(below.html, "img")[0]).toContain('loading="lazy"');
    expect(below.html).not.toContain("fetchpriority");
  });

  it("says how wide it is shown, by the column that it stands in", () => {
    const css =
      ".wrap{max-width:68rem}.half{display:grid;grid-template-columns:1fr 1fr;gap:32px}.three{display:grid;gap:1rem;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr))}" +
      ".full img{width:100%}.logos img{height:2rem;width:auto}.face{width:4rem}";
    const { html } = render(
      `<style>${css}</style><div class="wrap full">${img("A")}</div>` +
        `<div class="wrap half"><p>x</p><div class="full">${img("B")}</div></div>` +
        `<div class="wrap three full"><div>${img("C")}</div><div></div><div></div></div>` +
        `<div class="wrap logos">${img("D")}</div><div>${img("E", 'class="face"')}</div><p>${img("F")}</p>`,
    );
    const sizes = tagsOf(html, "source").map((tag) => /sizes="([^"]*)"/.exec(tag)?.[1]);
    expect(sizes.filter((_, index) => index % 2 === 0)).toEqual([
      "(min-width:1184px) 1088px,100vw",
      "(min-width:1184px) 528px,(min-width:640px) 50vw,100vw",
      "(min-width:1184px) 352px,(min-width:640px) 34vw,100vw",
      "57px",
      "64px",
      "(min-width:960px) 960px,100vw",
    ]);
  });

  it("gets no element around it where a rule would notice, or where it has one", () => {
    const noticed = [
      `<style>figure>img{top:0}</style><figure>${img("A")}</figure>`,
      `<style>img+p{top:0}</style>${img("A")}<p>x`,
      `<style>.a:first-child{top:0}</style>${img("A", 'class="a"')}`,
      `<picture><source srcset="/_files/B/960.webp" media="(min-width:1px)">${img("A")}</picture>`,
    ];
    for (const page of noticed) {
      const { html } = render(page);
      expect(html).not.toContain("f-picture");
      expect(tagsOf(html, "img")[0]).toContain("/_files/A/480.webp 480w");
      expect(tagsOf(html, "img")[0]).toContain('src="/_files/A/960.webp"');
    }
    expect(render(`<style>ul>li{top:0}</style>${img("A")}`).html).toContain("f-picture");
  });

  it("keeps its shape where a rule gives its height only", () => {
    const css =
      ".logo{height:40px}.row img{height:3rem;height:4svh}@media(max-width:600px){.m>img{max-height:50px}}.w{width:6rem}" +
      ".both{height:2rem;width:auto}img{height:auto;max-width:100%}";
    const { html } = render(
      `<style>${css}</style><p>${img("A", 'class="logo"')}</p><div class="row">${img("B")}</div><div class="m">${img("C")}</div>` +
        `<p>${img("D", 'style="height:40px"')}</p><p>${img("E", 'class="both"')}${img("F", 'class="w"')}${img("G", 'class="logo" width="80"')}</p>`,
    );
    const sized = tagsOf(html, "img").map((tag) => tag.match(/(?<=\b(?:width|height)=")\d+/g)?.join(" x "));
    expect(sized.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
    expect(sized.slice(4)).toEqual(["960 x 540", "960 x 540", "80 x 45"]);
  });

  it("keeps what the page says of it", () => {
    const { html } = render(
      img("A", 'width="300" loading="eager"') + img("B", 'srcset="/_files/B/480.webp 2x"'),
    );
    const [own = "", given = ""] = tagsOf(html, "img");
    expect(own).toMatch(/width="300".* height="169"/);
    expect(own).toContain('loading="eager"');
    expect(given).toContain('srcset="/_files/B/480.webp 2x"');
    expect(tagsOf(html, "source")).toHaveLength(2);
  });

  it("is offered in smaller formats as a background too", () => {
    const { css } = render(
      '<style>.a{background:url(/_files/A/960.webp) center/cover}</style><div class="a">x</div>',
    );
    expect(css).toMatch(
      /\.a\{background:url\(\/_files\/A\/960\.webp\) ?center\/cover;background:image-set\(url\("\/_files\/A\/960\.avif"\) type\("image\/avif"\),url\("\/_files\/A\/960\.webp"\) type\("image\/webp"\)\) ?center\/cover\}/,
    );
  });

  it("stays as it is when nothing is known of it", () => {
    const { html } = render('<img src="/elsewhere.png" alt=""><img src="data:image/png;base64,AAAA" alt="">');
    expect(html).not.toMatch(/<source|srcset/);
  });
});
