// Makes the fonts of public pages (public/_foyer/fonts, builder/document/font-files.json) and of their pictures (builder/faces).
// Run by hand when a family or its release changes; the results are kept in the repository.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { notoPackages, writeDrawingFaces } from "./lib/drawing-faces.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const target = path.join(root, "public/_foyer/fonts");
const release = "5.3.0";
const tools = ["subset-font@2.9.0", "@capsizecss/metrics@4.3.0", "@capsizecss/unpack@4.0.1"];

/** `axes` pins or narrows what the file can vary; static families have none. */
const display = (name, weight, more = {}) => ({
  name,
  role: "display",
  weight: String(weight),
  axes: { wght: weight },
  ...more,
});
const text = (name, more = {}) => ({
  name,
  role: "text",
  weight: "400 700",
  axes: { wght: { min: 400, max: 700 } },
  ...more,
});
const single = (name, more = {}) => ({ name, role: "display", weight: "400", ...more });
const families = [
  display("Fraunces", 600, { file: "opsz", axes: { wght: 600, opsz: 72 }, like: "serif" }),
  text("Inter", { like: "sans" }),
  single("Instrument Serif", { like: "serif" }),
  text("Instrument Sans", { like: "sans" }),
  display("Space Grotesk", 600, { like: "sans" }),
  text("DM Sans", { like: "sans" }),
  display("Bricolage Grotesque", 700, { like: "sans" }),
  text("Figtree", { like: "sans" }),
  display("Playfair Display", 600, { like: "serif" }),
  text("Public Sans", { like: "sans" }),
  display("Fredoka", 600, { like: "sans" }),
  text("Nunito", { like: "sans" }),
  single("Archivo Black", { like: "sans" }),
  text("Work Sans", { like: "sans" }),
  single("Anton", { like: "sans" }),
  display("Cormorant Garamond", 600, { like: "serif" }),
  text("Karla", { like: "sans" }),
  single("Gloock", { like: "serif" }),
  text("Lora", { like: "serif" }),
  display("JetBrains Mono", 600, { like: "mono" }),
  display("Unbounded", 600, { like: "sans" }),
  text("Manrope", { like: "sans" }),
  single("Young Serif", { like: "serif" }),
  text("Hanken Grotesk", { like: "sans" }),
  text("Plus Jakarta Sans", { like: "sans" }),
  display("Oswald", 600, { like: "sans" }),
];

/** Faces that most devices have, in whose shape a page stands until its own has arrived. */
const stand = {
  sans: [
    { metrics: "arial", locals: ["Arial", "Liberation Sans", "Arimo", "Helvetica Neue", "Helvetica"] },
    { metrics: "roboto", locals: ["Roboto"] },
  ],
  serif: [
    { metrics: "georgia", locals: ["Georgia", "Gelasio"] },
    { metrics: "timesNewRoman", locals: ["Times New Roman", "Liberation Serif", "Tinos", "Noto Serif"] },
  ],
  mono: [{ metrics: "courierNew", locals: ["Courier New", "Liberation Mono", "Cousine"] }],
};

const idOf = (name) => name.toLowerCase().replaceAll(" ", "-");
const range = (from, to) =>
  Array.from({ length: to - from + 1 }, (_unused, index) => String.fromCodePoint(from + index)).join("");
const latin = `${range(0x20, 0x7e)}${range(0xa0, 0xff)}ıŒœŠšŽžŸƒˆ˜–—‘’‚“”„†‡•…‰‹›⁄€™−←↑→↓`;
/** What shapes letters well; alternates that no page asks for take many bytes. */
const keepFeatures = ["kern", "liga", "ccmp", "locl", "mark", "mkmk", "rvrn", "tnum"];
/** All that most pages in English need: half of the bytes. */
const basic = `${range(0x20, 0x7e)}\u00a0·×–—‘’“”•…€→`;
const extended = `${range(0x100, 0x17f)}ȘșȚțẞ`;
const rangeOf = {
  basic: "U+20-7E,U+A0,U+B7,U+D7,U+2013-2014,U+2018-2019,U+201C-201D,U+2022,U+2026,U+20AC,U+2192",
  beyond:
    "U+A1-B6,U+B8-D6,U+D8-FF,U+131,U+152-153,U+160-161,U+178,U+17D-17E,U+192,U+2C6,U+2DC,U+2015-2017,U+201A-201B,U+201E-2021,U+2023-2025,U+2027-2044,U+2122,U+2190-2191,U+2193,U+2212",
  latin:
    "U+20-7E,U+A0-FF,U+131,U+152-153,U+160-161,U+178,U+17D-17E,U+192,U+2C6,U+2DC,U+2013-2044,U+20AC,U+2122,U+2190-2193,U+2212",
  ext: "U+100-130,U+132-151,U+154-15F,U+162-177,U+179-17C,U+17F,U+218-21B,U+1E9E",
};

const work = process.env.FONT_WORK ?? mkdtempSync(path.join(tmpdir(), "foyer-fonts-"));
if (!process.env.FONT_WORK) {
  const packages = families.map(
    ({ name, axes }) => `@fontsource${axes ? "-variable" : ""}/${idOf(name)}@${release}`,
  );
  writeFileSync(path.join(work, "package.json"), "{}");
  spawnSync("npm", ["install", "--no-audit", "--no-fund", ...tools, ...packages, ...notoPackages], {
    cwd: work,
    stdio: "inherit",
  });
}
const require = createRequire(path.join(work, "package.json"));
const load = (name) => import(require.resolve(name));
const { default: subsetFont } = await load("subset-font");
const { fromBuffer } = await load("@capsizecss/unpack");
const metricsOf = async (name) => (await load(`@capsizecss/metrics/${name}`)).default;
const percent = (ratio) => `${Math.round(ratio * 10_000) / 100}%`;

function sourceOf({ name, axes, file = "wght" }, subset) {
  const id = idOf(name);
  const folder = path.join(work, "node_modules", `@fontsource${axes ? "-variable" : ""}`, id);
  return readFileSync(path.join(folder, "files", `${id}-${subset}-${axes ? file : "400"}-normal.woff2`));
}

async function fallbackFaces(family, bytes) {
  const own = await fromBuffer(bytes);
  const faces = [];
  for (const { metrics, locals } of stand[family.like]) {
    const other = await metricsOf(metrics);
    const size = own.xWidthAvg / own.unitsPerEm / (other.xWidthAvg / other.unitsPerEm);
    const scaled = own.unitsPerEm * size;
    faces.push({
      locals,
      sizeAdjust: percent(size),
      ascent: percent(own.ascent / scaled),
      descent: percent(Math.abs(own.descent) / scaled),
      lineGap: percent(own.lineGap / scaled),
    });
  }
  return faces;
}

async function makeFamily(family) {
  const id = idOf(family.name);
  const files = {};
  let fallbacks = [];
  for (const [part, subset, characters] of [
    ["basic", "latin", basic],
    ["latin", "latin", latin],
    ["ext", "latin-ext", extended],
  ]) {
    const bytes = await subsetFont(sourceOf(family, subset), characters, {
      targetFormat: "woff2",
      variationAxes: family.axes,
      ...(part === "basic" ? { keepFeatures } : {}),
    });
    if (part === "latin") fallbacks = await fallbackFaces(family, bytes);
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
    files[part] = `${id}-${part}-${hash}.woff2`;
    writeFileSync(path.join(target, files[part]), bytes);
    console.log(`${files[part]} ${(bytes.length / 1024).toFixed(1)} kB`);
  }
  const licence = path.join(
    work,
    "node_modules",
    `@fontsource${family.axes ? "-variable" : ""}`,
    id,
    "LICENSE",
  );
  return { ...family, files, fallbacks, licence: readFileSync(licence, "utf8").split("\n")[0] };
}

/** Faces for headings also draw pictures of pages. Text faces stand in bold only where they head pages, too. */
const headsPages = (family) => family.role === "display" || family.name === "Plus Jakarta Sans";
await writeDrawingFaces({
  target: path.join(root, "builder/faces"),
  work,
  subsetFont,
  families: families.filter(headsPages).map((family) => ({
    id: idOf(family.name),
    axes: family.role === "text" ? { ...family.axes, wght: 700 } : family.axes,
    parts: [
      { part: "latin", source: sourceOf(family, "latin"), characters: latin },
      { part: "ext", source: sourceOf(family, "latin-ext"), characters: extended },
    ],
  })),
});

mkdirSync(target, { recursive: true });
for (const file of readdirSync(target)) rmSync(path.join(target, file));
const made = [];
for (const family of families) made.push(await makeFamily(family));

const face = ({ name, weight, files }, part, covers = part) =>
  `@font-face{font-family:"${name}";font-weight:${weight};font-display:swap;src:url(/_foyer/fonts/${files[part]}) format("woff2");unicode-range:${rangeOf[covers]}}`;
const standFace = ({ name }, { locals, sizeAdjust, ascent, descent, lineGap }) =>
  `@font-face{font-family:"${name} stand";src:${locals.map((local) => `local("${local}")`).join(",")};size-adjust:${sizeAdjust};ascent-override:${ascent};descent-override:${descent};line-gap-override:${lineGap}}`;
const table = made.map((family) => ({
  name: family.name,
  /** The whole file, and the one for pages with plain letters only. */
  file: `/_foyer/fonts/${family.files.latin}`,
  basicFile: `/_foyer/fonts/${family.files.basic}`,
  latin: face(family, "latin"),
  basic: face(family, "basic") + face(family, "latin", "beyond"),
  stand: family.fallbacks
    .toReversed()
    .map((one) => standFace(family, one))
    .join(""),
  extended: face(family, "ext"),
}));
writeFileSync(path.join(root, "builder/document/font-files.json"), JSON.stringify(table));
writeFileSync(
  path.join(target, "fonts.css"),
  `${table.flatMap(({ latin, stand, extended }) => [latin + stand, extended]).join("\n")}\n`,
);
writeFileSync(
  path.join(target, "LICENCES.txt"),
  `These fonts are subsets of families under the SIL Open Font License 1.1 (https://openfontlicense.org).\n\n${made.map(({ name, licence }) => `${name}: ${licence}`).join("\n")}\n`,
);
