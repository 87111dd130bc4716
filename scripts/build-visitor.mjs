// Builds the scripts of hosted pages into public/_foyer. A page loads the one that does what it needs: visit.js (the view),
// form.js (and a form), v1.js (and steps and conditions); beside it widgets.js, consent.js and captcha.js where they are needed.
import { readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { packFile } from "./lib/pack-file.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");
const limitBytes = 20_000;

/** cookie-consent-js is a classic script that defines a global and exports nothing. */
const cookieConsentAsModule = {
  name: "cookie-consent-as-module",
  setup: (bundler) =>
    bundler.onLoad({ filter: /cookie-consent\.js$/ }, async ({ path: file }) => ({
      contents: `${await readFile(file, "utf8")}\nexport { CookieConsent };`,
      loader: "js",
    })),
};

const shared = {
  bundle: true,
  minify: true,
  target: ["es2020"],
  charset: "utf8",
  legalComments: "none",
  outdir: path.join(root, "public/_foyer"),
};
await build({
  ...shared,
  format: "iife",
  entryPoints: Object.fromEntries(
    Object.entries({
      visit: "page-view",
      form: "plain-form",
      v1: "main",
      widgets: "widgets",
      consent: "banner",
      captcha: "captcha",
    }).map(([name, entry]) => [name, path.join(root, `app/visitor/${entry}.ts`)]),
  ),
  plugins: [cookieConsentAsModule],
});

const names = ["visit", "form", "v1", "widgets", "consent", "captcha"].map((name) => `${name}.js`);
const sizes = {};
for (const name of names) {
  const file = path.join(root, "public/_foyer", name);
  const bytes = await readFile(file);
  sizes[name] = bytes.length;
  await packFile(file, bytes);
}
const size = sizes["v1.js"] + sizes["widgets.js"];
if (size > limitBytes) {
  console.error(`The visitor scripts have ${size} bytes; at most ${limitBytes} are promised.`);
  process.exit(1);
}
