// Builds the scripts of hosted pages: public/_foyer/v1.js, and what only some pages load: widgets.js and consent.js.
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

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
await build({ ...shared, format: "iife", entryPoints: { v1: path.join(root, "app/visitor/main.ts") } });
await build({
  ...shared,
  format: "iife",
  entryPoints: { widgets: path.join(root, "app/visitor/widgets.ts") },
});
await build({
  ...shared,
  format: "iife",
  entryPoints: { consent: path.join(root, "app/visitor/banner.ts") },
  plugins: [cookieConsentAsModule],
});

const sizes = await Promise.all(
  ["v1.js", "widgets.js"].map(async (name) => (await stat(path.join(root, "public/_foyer", name))).size),
);
const size = sizes.reduce((sum, one) => sum + one, 0);
if (size > limitBytes) {
  console.error(`The visitor scripts have ${size} bytes; at most ${limitBytes} are promised.`);
  process.exit(1);
}
