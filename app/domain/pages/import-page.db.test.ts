import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { ZipFile } from "yazl";
import { openFileStore } from "~/domain/files/file-store.server";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { importPage } from "./import-page.server";
import type { ImportProgress } from "./page-package";

const instance = useTestInstance();
let deps: Deps & { files: FileStore };
let site: TestSite;
let picture: Buffer;
let paths = 0;

beforeAll(async () => {
  const { deps: own, folder } = instance();
  deps = { ...own, files: openFileStore({ folder: path.join(folder, "files"), keys: own.keys }) };
  site = await makeTestSite(own);
  picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#0f5c5c" } })
    .jpeg()
    .toBuffer();
});

type Entry = Buffer | string | { bytes: Buffer | string; mode?: number };

async function zip(files: Record<string, Entry>, compress = true): Promise<Buffer> {
  const made = new ZipFile();
  for (const [name, entry] of Object.entries(files)) {
    const { bytes, mode } =
      typeof entry === "object" && "bytes" in entry ? entry : { bytes: entry, mode: undefined };
    made.addBuffer(Buffer.from(bytes as string), name, { compress, ...(mode ? { mode } : {}) });
  }
  made.end();
  const parts: Buffer[] = [];
  for await (const chunk of made.outputStream) parts.push(chunk as Buffer);
  return Buffer.concat(parts);
}

/** The same ZIP with another name in it of the same length. */
const renamed = (bytes: Buffer, from: string, to: string): Buffer =>
  Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1");

function importing(bytes: Buffer, name = "site.zip", onProgress?: (progress: ImportProgress) => void) {
  paths += 1;
  return importPage(deps, site.owner, {
    siteId: site.site.id,
    path: `/imported-${paths}`,
    name,
    bytes,
    ...(onProgress ? { onProgress } : {}),
  });
}

const html = `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Brot &amp; Butter</title>
<meta name="description" content="Jeden Morgen frisch">
<link rel="stylesheet" href="css/site.css?v=3"><link rel="stylesheet" href="https://fonts.example/all.css">
<script src="js/app.js"></script></head><body>
<h1 style="background:url('../site/img/bread.jpg')">Brot</h1>
<picture><source srcset="img/bread.webp" type="image/webp"><img src="img/bread.jpg" srcset="img/bread@2x.jpg 2x" alt="Ein Brot"></picture>
<img src="https://old.example/site/img/logo.svg" alt="Logo"><img src="/img/Bread.JPG" alt="again">
<img src="img/gone.png" alt="gone"><img src="https://elsewhere.example/far.png" alt="far">
<a href=javascript:steal()>Mehr</a><button onclick="steal()">Mehr</button>
<form action="https://old.example/send.php" method="post"><label>E-Mail <input type="email" name="email" required></label>
<label><input type="checkbox" name="consent_mail"> Schreiben Sie mir.</label><button>Los</button></form>
</body></html>`;

const css = `@import "parts/more.css"; @font-face { font-family: "Crust"; src: url(../fonts/crust.woff2) format("woff2"); }
h1 { font-family: Crust, serif; } .hero { background: #fff url(../img/bread.jpg); } .far { background: url(https://elsewhere.example/x.png) }`;

const files = () => ({
  "site/index.html": html,
  "site/about.html": "<h1>About</h1>",
  "site/css/site.css": css,
  "site/css/parts/more.css": ".more { background-image: url('../../img/bread.jpg'); color: #123456 }",
  "site/img/bread.jpg": picture,
  "site/img/logo.svg":
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>x()</script><rect width="40" height="20" fill="red"/></svg>',
  "site/img/unused.jpg": picture,
  "site/fonts/crust.woff2": Buffer.concat([Buffer.from("wOF2"), Buffer.alloc(200, 7)]),
  "site/js/app.js": "alert(1)",
  "__MACOSX/site/._index.html": "junk",
});

describe("importing a ZIP", () => {
  it("makes an editable page of HTML, styles, pictures and fonts, all of them ours [pages.build]", async () => {
    const steps: ImportProgress[] = [];
    const { page, report } = await importing(await zip(files()), "site.zip", (step) => void steps.push(step));
    const json = JSON.stringify(page.document);
    expect(page).toMatchObject({
      title: "Brot & Butter",
      description: "Jeden Morgen frisch",
      language: "de",
    });
    expect(report).toMatchObject({
      file: "site/index.html",
      pictures: 2,
      fonts: 1,
      styleSheets: 1,
      forms: 1,
    });
    expect(json).toMatch(/\/_files\/[0-9A-Z]{26}\/960\.webp/);
    expect(json).toMatch(/\/_files\/[0-9A-Z]{26}\/0\.woff2/);
    expect(json).toContain("#123456");
    expect(json.match(/\/_files\/[0-9A-Z]{26}\/960\.webp/g)?.length).toBeGreaterThanOrEqual(5);
    for (const gone of ["send.php", "steal()", "alert(1)", "bread.jpg", "fonts.example"]) {
      expect(json).not.toContain(gone);
    }
    expect([...new Set(steps.map(({ step }) => step))]).toEqual(["reading", "pictures", "fonts", "page"]);
    const uses = await deps.db
      .selectFrom("file_uses")
      .select("file_id")
      .where("user_id", "=", page.id)
      .execute();
    expect(uses).toHaveLength(3);
  });

  it("shows a drawing in its own size, sharply, unless the page says another", async () => {
    const { page } = await importing(await zip(files()));
    expect(JSON.stringify(page.document)).toMatch(/"srcset":"\/_files\/[0-9A-Z]{26}\/\d+\.webp 2x"/);
    const sized = html.replace('logo.svg"', 'logo.svg" width="80"');
    const other = await importing(await zip({ ...files(), "site/index.html": sized }));
    expect(JSON.stringify(other.page.document)).not.toContain('"srcset"');
  });

  it("says of a page without a ZIP how its pictures come along", async () => {
    const alone = Buffer.from('<h1>Alone</h1><img src="img/gone.png" alt="gone">');
    const { report } = await importing(alone, "alone.html");
    const [told] = report.leftOut.filter(({ what }) => what === "img/gone.png");
    expect(told?.why).toContain("Import a ZIP of both");
  });

  it("tells what was left out, why, and in which lines it stood", async () => {
    const { report } = await importing(await zip(files()));
    const told = new Map(report.leftOut.map((one) => [one.what, one]));
    expect(told.get("<script>")).toMatchObject({
      why: expect.any(String),
      lines: [{ file: "site/index.html", line: 4 }],
    });
    expect(told.get("onclick on <button>")?.lines[0]).toMatchObject({
      line: 9,
      text: expect.stringContaining("steal"),
    });
    expect(told.get('href="javascript:steal()" on <a>')?.lines).toMatchObject([{ line: 9 }]);
    expect(told.get("img/gone.png")?.why).toContain("not in the ZIP");
    expect(told.get("https://elsewhere.example/far.png")?.why).toContain("another server");
    expect(told.get("https://fonts.example/all.css")?.lines).toHaveLength(1);
    expect(told.get("site/about.html")?.why).toContain("One import makes one page");
    expect(report.leftOut.some(({ why }) => why.trim() === "")).toBe(false);
  });

  it("looks for no picture of a style that did not come along, and keeps the rest of the style", async () => {
    const sheet =
      '.hero { background: #f4efe6 url("../img/gone.png") no-repeat } .b { background: url(gone.gif), url(../bread.jpg) }' +
      '@font-face { font-family: "Crust"; src: url(old.eot?#iefix) format("embedded-opentype"), url(crust.woff2) format("woff2") }';
    const page = '<link rel="stylesheet" href="css/a.css"><h1 style="background: url(no.png) #eee">A</h1>';
    const crust = Buffer.concat([Buffer.from("wOF2"), Buffer.alloc(200, 7)]);
    const { page: made, report } = await importing(
      await zip({ "index.html": page, "css/a.css": sheet, "bread.jpg": picture, "css/crust.woff2": crust }),
    );
    const json = JSON.stringify(made.document);
    expect(json).not.toMatch(/gone\.|no\.png/);
    expect(json).toContain("#f4efe6 none no-repeat");
    expect(json).toMatch(/none,\s*url\([^)]*\/_files\//);
    expect(json).toMatch(/0\.woff2/);
    const told = report.leftOut.filter(({ why }) => why.includes("not in the ZIP")).map(({ what }) => what);
    expect(told.toSorted()).toEqual(["../img/gone.png", "gone.gif", "no.png", "old.eot?#iefix"]);
  });

  it("names the style sheet and the very line in it where a style was left out", async () => {
    const sheet =
      "p { background: #fff }\n\n.x { background: url(javascript:alert(1)); behavior: url(#default#VML) }";
    const page = '<link rel="stylesheet" href="css/a.css">\n<h1 style="background: #eee">A</h1>';
    const { report } = await importing(await zip({ "index.html": page, "css/a.css": sheet }));
    const place = { file: "css/a.css", line: 3 };
    for (const what of ["background: url(javascript:alert(1))", "behavior: url(#default#VML)"]) {
      expect(report.leftOut.find((one) => one.what === what)?.lines, what).toMatchObject([place]);
    }
  });

  it("keeps pictures that the old page's script would have loaded, once each", async () => {
    const late = `<h1>Late</h1><img src="data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=" data-src="a.jpg" alt="A">
      <noscript><img src="a.jpg" alt="A"></noscript><noscript><p>No script</p></noscript><img data-src-desktop-1x="a.jpg" alt="B">`;
    const { page } = await importing(await zip({ "index.html": late, "a.jpg": picture }));
    const json = JSON.stringify(page.document);
    expect(json.match(/\/_files\/[0-9A-Z]{26}\/960\.webp/g)).toHaveLength(2);
    expect(json).not.toContain("data:image");
    expect(json).toContain("No script");
  });

  it("reads a single HTML file in the encodings that old pages have", async () => {
    const old =
      '<html><head><meta charset="iso-8859-1"><title>Café</title></head><body><p>Grüße</p></body></html>';
    const spellings = [
      Buffer.from(old, "latin1"),
      Buffer.from(old.replace("iso-8859-1", "utf-8")),
      Buffer.from(`\ufeff${old}`, "utf16le"),
    ];
    for (const bytes of spellings) {
      const { page } = await importing(bytes, "old.htm");
      expect(page.title).toBe("Café");
      expect(JSON.stringify(page.document)).toContain("Grüße");
    }
  });

  it("takes files by their bytes: a program named as a picture or a font stays out", async () => {
    const { report, page } = await importing(
      await zip({
        "index.html": '<h1>x</h1><img src="a.png"><style>@font-face{font-family:F;src:url(f.woff2)}</style>',
        "a.png": "#!/bin/sh",
        "f.woff2": "<script>",
      }),
    );
    expect(report).toMatchObject({ pictures: 0, fonts: 0 });
    expect(report.leftOut.map(({ what }) => what)).toEqual(expect.arrayContaining(["a.png", "f.woff2"]));
    expect(JSON.stringify(page.document)).not.toContain("a.png");
  });
});

describe("a hostile file", () => {
  const page = "<h1>Hello</h1>";
  const refused = (code: string, says: string) => ({
    kind: "invalid",
    code,
    safeMessage: expect.stringContaining(says),
  });

  it("is refused in plain words, and leaves nothing behind", async () => {
    const good = await zip({ "index.html": page, "aa/bb.png": picture });
    const cases: [Buffer, string, string][] = [
      [Buffer.alloc(0), "file_empty", "empty"],
      [Buffer.alloc(13 * 1024 * 1024, 65), "file_too_large", "12 MB"],
      [Buffer.from("PK nothing"), "zip_damaged", "damaged"],
      [good.subarray(0, good.length - 30), "zip_damaged", "damaged"],
      [renamed(good, "aa/bb.png", "../b.pngx"), "zip_path", "leads out"],
      [renamed(good, "aa/bb.png", "/etc/abcd"), "zip_path", "leads out"],
      [renamed(good, "aa/bb.png", "a\\..\\b.pp"), "zip_path", "leads out"],
      [renamed(good, "aa/bb.png", "C:/bb.png"), "zip_path", "leads out"],
      [
        await zip({ "index.html": page, "l.css": { bytes: "/etc/passwd", mode: 0o120777 } }),
        "zip_symlink",
        "link",
      ],
      [
        await zip({ "index.html": page, "b.css": Buffer.alloc(8 * 1024 * 1024) }),
        "zip_too_dense",
        "far more",
      ],
      [await zip({ "index.html": page, "b.css": Buffer.alloc(21 * 1024 * 1024) }), "zip_too_large", "20 MB"],
      [
        await zip(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.txt`, "x"]))),
        "zip_too_many",
        "2000 files",
      ],
      [await zip({ "readme.txt": "no page" }), "html_missing", "no HTML file"],
      [Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0]), "html_missing", "neither HTML nor a ZIP"],
      [Buffer.from(`<p>${"x".repeat(2_000_001)}`), "html_too_large", "2 MB"],
    ];
    const before = await deps.db.selectFrom("pages").select("id").execute();
    for (const [bytes, code, says] of cases) {
      await expect(importing(bytes), code).rejects.toMatchObject(refused(code, says));
    }
    const locked = await zip({ "index.html": page });
    locked.writeUInt16LE(locked.readUInt16LE(6) | 1, 6);
    const central = locked.indexOf(Buffer.from("PK\u0001\u0002", "latin1"));
    locked.writeUInt16LE(locked.readUInt16LE(central + 8) | 1, central + 8);
    await expect(importing(locked)).rejects.toMatchObject(refused("zip_encrypted", "password"));
    const twice = renamed(await zip({ "index.html": page, "indey.html": page }), "indey.html", "index.html");
    await expect(importing(twice)).rejects.toMatchObject(refused("zip_twice", "same file twice"));
    expect(await deps.db.selectFrom("pages").select("id").execute()).toEqual(before);
  });

  it("may be a drawing that never ends or names other files: it stays out", async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><text>&b;</text></svg>`;
    const { report } = await importing(
      await zip({
        "index.html": '<h1>x</h1><img src="bomb.svg"><img src="big.svg">',
        "bomb.svg": bomb,
        "big.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="900000" height="900000"/>',
      }),
    );
    expect(report.leftOut.filter(({ what }) => what.endsWith(".svg"))).toHaveLength(2);
  });

  it("may be a small drawing that asks for hours of work: it is given up, and nobody waits for it", async () => {
    const blurs = '<feGaussianBlur stdDeviation="99"/>'.repeat(2000);
    const { report } = await importing(
      await zip({
        "index.html": '<h1>x</h1><img src="hours.svg"><img src="dot.svg">',
        "hours.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1600"><filter id="f" x="0" y="0" width="1" height="1">${blurs}</filter><rect width="1600" height="1600" filter="url(#f)"/></svg>`,
        "dot.svg":
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>',
      }),
    );
    expect(report.pictures).toBe(1);
    expect(report.leftOut.map(({ what }) => what)).toContain("hours.svg");
  });

  it("cannot reach another workspace, and needs a site of its own", async () => {
    const other = await makeTestSite(instance().deps);
    const input = { siteId: other.site.id, path: "/x", name: "x.html", bytes: Buffer.from(page) };
    await expect(importPage(deps, site.owner, input)).rejects.toMatchObject({ kind: "not_found" });
  });
});
