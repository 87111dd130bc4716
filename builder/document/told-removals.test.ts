import { describe, expect, it } from "vitest";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import { renderPage } from "./render-page";

const read = (html: string) => htmlToPageDocument({ html });
const told = (html: string) => read(html).removed.map(({ what }) => what);

describe("what goes when a page is brought along", () => {
  it("is told where somebody would miss it: patterns of answers, and where forms sent to", () => {
    expect(
      told('<form action="https://list.example/sub"><input name="zip" pattern="[0-9]{5}"></form>'),
    ).toEqual(["action on <form>", "pattern on <input>"]);
    expect(told('<form><button formaction="https://evil.example">Send</button></form>')).toEqual([
      "formaction on <button>",
    ]);
    expect(
      told('<form action=""><input name="x"></form><form action="#"></form><p class="a" slot="b">x</p>'),
    ).toEqual([]);
  });

  it("names a box that was ticked by its own label", () => {
    expect(
      told(
        '<form><label>Your name <input name="n"></label><label><input type="checkbox" name="consent_mail" checked> News</label></form>',
      ),
    ).toEqual(['Ticked box "News"']);
  });

  it("is told of drawings, whose hidden parts never become shapes", () => {
    const { document, removed } = read(
      '<svg viewBox="0 0 9 9"><symbol id="s"><circle r="4"/></symbol><use href="#s"/><rect width="3" height="3"/></svg>',
    );
    expect(removed.map(({ what }) => what)).toEqual(["<symbol>", "<use>"]);
    expect(JSON.stringify(document)).not.toContain("circle");
    expect(JSON.stringify(document)).toContain("rect");
  });

  it("keeps a gradient that takes its colours from another one of the drawing, and from nowhere else", () => {
    const svg = (href: string) =>
      JSON.stringify(
        read(`<svg><linearGradient id="b" xlink:href="${href}"></linearGradient></svg>`).document,
      );
    expect(svg("#a")).toContain('"href":"#a"');
    for (const elsewhere of [
      "https://evil.example/#a",
      "//evil.example#a",
      "data:image/svg+xml,x#a",
      "javascript:a",
    ])
      expect(svg(elsewhere)).not.toContain("href");
  });

  it("makes doors of films and maps in frames, which ask nobody until they are pressed", () => {
    const door = (src: string) => read(`<iframe src="${src}" title="Our bakery"></iframe>`);
    for (const [src, kind] of [
      ["https://www.youtube.com/embed/aqz-KE-bpKQ?rel=0", "video"],
      ["//player.vimeo.com/video/76979871", "video"],
      ["https://www.google.com/maps/embed?pb=!1m18!1m12!1m3!1d2624!2d2.2922926!3d48.8583736!2m3", "map"],
    ] as const) {
      const page = renderPage(door(src).document, examplePage());
      expect(page.html).toContain(`data-widget="${kind}"`);
      expect(page.html).toContain("data-embed=");
      expect(page.html).toContain("Our bakery");
      expect(page.html).not.toContain("<iframe");
      expect(door(src).removed.map(({ what }) => what)).toEqual(["<iframe>"]);
    }
    for (const src of [
      "https://evil.example/embed/aqz-KE-bpKQ",
      "javascript:alert(1)",
      "https://www.youtube.com/embed/videoseries?list=x",
    ])
      expect(JSON.stringify(door(src).document)).not.toContain("data-widget");
  });

  it("keeps pictures whose address waits for a script of the old page", () => {
    const blank = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==";
    const src = (attributes: string) =>
      /"src":"([^"]*)"/.exec(JSON.stringify(read(`<img ${attributes}>`).document))?.[1];
    expect(src(`src="${blank}" data-src="/_files/a.webp"`)).toBe("/_files/a.webp");
    expect(src('data-lazy-srcset="/_files/b.webp 1x, /_files/c.webp 2x"')).toBe("/_files/b.webp");
    expect(src('src="/_files/own.webp" data-src="/_files/other.webp"')).toBe("/_files/own.webp");
    expect(src(`src="${blank}"`)).toBe(blank);
    expect(src('data-src="javascript:alert(1)"')).toBeUndefined();
    const twice = JSON.stringify(
      read(
        '<img data-src="/_files/a.webp"><noscript><div><img src="/_files/a.webp"></div><img src="/_files/b.webp"></noscript>',
      ).document,
    );
    expect([twice.match(/a\.webp"/g)?.filter((one) => one).length, twice.includes("b.webp")]).toEqual([
      2,
      true,
    ]);
  });

  it("leaves a button its words where it was a picture", () => {
    expect(
      JSON.stringify(read('<form><input type="image" src="go.png" alt="Go"></form>').document),
    ).toContain('"value":"Go"');
  });
});
