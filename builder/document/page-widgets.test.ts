import { describe, expect, it } from "vitest";
import { blocks } from "../blocks/blocks";
import { embedAddress } from "./embed-address";
import { examplePage } from "./example-page";
import { htmlToPageDocument } from "./html-to-document";
import { pageCsp } from "./page-csp";
import { parsePageDocument } from "./page-document";
import { renderPage } from "./render-page";
import { zonedInstant } from "./zoned-time";

const render = (html: string, more: Partial<ReturnType<typeof examplePage>> = {}) =>
  renderPage(htmlToPageDocument({ html }).document, {
    ...examplePage(),
    scripts: { folder: "/_foyer/" },
    language: "en",
    ...more,
  });

describe("a film or map", () => {
  const film = '<a data-widget="video" href="https://youtu.be/aqz-KE-bpKQ"><b>Play</b></a>';

  it("is a link until somebody presses it, and says whom that tells of the visit", () => {
    const page = render(film);
    expect(page.html).not.toContain("<iframe");
    expect(page.html).toContain('href="https://youtu.be/aqz-KE-bpKQ"');
    expect(page.html).toContain('data-embed="https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1"');
    expect(page.html).toContain("which tells YouTube of your visit");
    expect(page.html).toContain('data-load="/_foyer/visit.js /_foyer/widgets.js"');
    const policy = pageCsp(page, { styleHash: "x" });
    expect(policy).toContain("frame-src https://www.youtube-nocookie.com;");
    expect(pageCsp(render("<p>none</p>"), { styleHash: "x" })).not.toContain("frame-src");
  });

  it("says it in the language of the page", () => {
    expect(render(film, { language: "de" }).html).toContain("YouTube erfährt so von Ihrem Besuch");
  });

  it.each([
    [
      "https://www.youtube.com/watch?v=aqz-KE-bpKQ&t=3",
      "https://www.youtube-nocookie.com/embed/aqz-KE-bpKQ?autoplay=1",
    ],
    ["https://vimeo.com/123456789", "https://player.vimeo.com/video/123456789?dnt=1&autoplay=1"],
    [
      "https://www.google.com/maps/place/Bristol+Bridge/@51,2",
      "https://www.google.com/maps?q=Bristol%20Bridge&output=embed",
    ],
  ])("reads %s", (href, src) => expect(embedAddress(href)?.src).toBe(src));

  it.each([
    "javascript:alert(1)",
    "http://youtu.be/aqz-KE-bpKQ",
    "https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ",
    "https://evil.example/?v=aqz-KE-bpKQ",
    "https://www.youtube.com/watch?v=%22%3E%3Cscript%3E",
    "https://www.openstreetmap.org/?mlat=99999&mlon=1",
    "https://www.google.com/maps/place/%E0%A4%A",
  ])("keeps %s a link", (href) => expect(embedAddress(href)).toBeUndefined());

  it("cannot be told by markup what to load", () => {
    const page = render('<a href="/x" data-embed="https://evil.example/">x</a><p id="foyer-consent">y</p>');
    expect(page.html).not.toContain("data-embed");
    expect(page.html).not.toContain("foyer-consent");
  });
});

describe("a countdown", () => {
  it("is a plain date in the zone of the page where no script runs", () => {
    const page = render(
      '<time data-widget="countdown" datetime="2027-06-01T18:00" data-zone="Europe/Vienna">soon</time>',
    );
    expect(page.html).toMatch(/datetime="2027-06-01T16:00:00\.000Z"[^>]*>June 1, 2027 at 6:00\s*PM GMT\+2</);
  });

  it("knows the hour that is left out and the one that comes twice, and refuses what is no time", () => {
    expect(zonedInstant("2026-12-24T18:00", "Europe/Vienna")).toBe(Date.UTC(2026, 11, 24, 17));
    expect(zonedInstant("2026-07-01T00:30", "Asia/Kolkata")).toBe(Date.UTC(2026, 5, 30, 19));
    for (const wall of ["2026-02-30T10:00", "2026-01-01T25:00", "soon", ""])
      expect(zonedInstant(wall, "UTC")).toBeUndefined();
    expect(zonedInstant("2026-01-01T10:00", "Middle/Earth")).toBeUndefined();
  });
});

describe("pop-ups, bars and share links", () => {
  it("wait as dialog and bar with a way out, in the language of the page", () => {
    const page = render(
      '<div data-widget="popup" id="offer"><h2>Hi</h2><p>More of it</p></div><div data-widget="bar"><p>New</p></div>',
      {
        language: "fr",
      },
    );
    expect(page.html).toMatch(
      /<dialog [^>]*id="offer"[^>]*aria-label="Hi">.*aria-label="Fermer">×<\/button><\/dialog>/,
    );
    expect(page.html).toMatch(/<aside [^>]*hidden>/);
  });

  it("share by plain links, without a script of anybody", () => {
    const page = render('<a data-share="linkedin" href="#">L</a><a data-share="constructor" href="#x">C</a>');
    expect(page.html).toMatch(
      /href="https:\/\/www\.linkedin\.com\/sharing\/share-offsite\/\?url=https%3A%2F%2F/,
    );
    expect(page.html).toContain('referrerpolicy="no-referrer"');
    expect(page.html).not.toContain("widgets.js");
  });

  it("survive being read again, and load nothing of others", () => {
    for (const block of blocks) {
      const { document } = htmlToPageDocument({ html: block.html, css: block.css ?? "" });
      expect(parsePageDocument(JSON.parse(JSON.stringify(document))), block.id).toEqual(document);
    }
  });
});
