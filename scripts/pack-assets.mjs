// Packs what the product's browser loads, once the build has made it.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { packFile } from "./lib/pack-file.mjs";

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../build/client/assets");
const names = await readdir(folder);
await Promise.all(
  names
    .filter((name) => /\.(?:js|css|svg|json)$/.test(name))
    .map(async (name) => {
      const file = path.join(folder, name);
      await packFile(file, await readFile(file));
    }),
);
