// Puts the server that Vite built and what it depends on into one file: a start reads that one instead of two thousand.
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { serverBundle } from "./lib/prepare.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

const { outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: ["build/server/index.js"],
  outfile: serverBundle,
  write: false,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  legalComments: "none",
  logLevel: "warning",
  logOverride: { "ignored-bare-import": "silent" },
  // Compiled code and data stand beside these.
  external: ["@node-rs/argon2", "@photostructure/sqlite", "harfbuzzjs", "sharp"],
  alias: {
    // Reads its data from beside itself, where this one holds it.
    "css-tree": "css-tree/dist/csstree.esm",
    // Every drawing there is, where this one names each.
    "lucide-react": "lucide-react/dist/esm/lucide-react.js",
  },
  banner: {
    js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href, { importOutside } = module;',
  },
  define: { "import.meta.url": "importMetaUrl", "process.env.NODE_ENV": '"production"' },
});
const escaped = outputFiles[0].text
  // Code taken from what an earlier start compiled may not import by itself (Node 20); load-server.mjs does it for it.
  .replace(/\bimport(?=\("[^"]+"\))/g, "importOutside")
  // Only patterns hold letters beyond ASCII still. Without any, a letter takes one byte of memory, not two.
  .replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
await writeFile(serverBundle, escaped);
