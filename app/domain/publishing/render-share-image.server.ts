import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliDecompress } from "node:zlib";
import sharp from "sharp";
import type { PageTheme } from "~builder/document/page-theme";
import { canDraw, type Outlines, sharePicture } from "~builder/document/share-picture";
import { shareFace } from "~builder/document/type-pairs";
import type { Deps } from "../deps";

const unpack = promisify(brotliDecompress);
const loaded = new Map<string, Promise<Outlines>>();

async function readOutlines(file: string): Promise<Outlines> {
  return JSON.parse((await unpack(await readFile(file))).toString("utf8")) as Outlines;
}

/** Has every letter of the languages that pages are written in with Latin letters. */
const completeFace = "plus-jakarta-sans";

function outlinesOf(deps: Pick<Deps, "config">, face: string): Promise<Outlines> {
  const file = path.join(deps.config.data.sourceRoot, "builder/outlines", `${face}.json.br`);
  const known = loaded.get(file);
  if (known) return known;
  const reading = readOutlines(file);
  loaded.set(file, reading);
  reading.catch(() => loaded.delete(file));
  return reading;
}

/** PNG of 1200 x 630 in the page's colours and face; needs neither a browser nor fonts on the machine. */
export async function renderShareImage(
  deps: Pick<Deps, "config">,
  input: { title: string; siteName: string; theme: PageTheme },
): Promise<Buffer> {
  const own = await outlinesOf(deps, shareFace(input.theme.type));
  const face = canDraw(own, input.title) ? own : await outlinesOf(deps, completeFace);
  const svg = sharePicture(input, face);
  return sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 4 }).toBuffer();
}
