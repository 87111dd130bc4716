import { execFile } from "node:child_process";
import { setPriority } from "node:os";
import path from "node:path";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { StoredFile } from "./file";

const mostBytes = 1024 * 1024;
const mostMs = 10_000;
const mostDrawn = 64 * 1024 * 1024;
/** Behind everything that pages, forms and screens wait for. */
const niceness = 10;

/** As draw-drawing.mjs makes them. */
const drawnDensity = 2;
const widestDrawn = 1600;

const isSvg = (bytes: Buffer): boolean => /<svg[\s>]/i.test(bytes.toString("utf8", 0, 4096));

function draw(sourceRoot: string, bytes: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const drawing = execFile(
      process.execPath,
      [path.join(sourceRoot, "app/domain/files/draw-drawing.mjs")],
      {
        encoding: "buffer",
        env: { NODE_ENV: "production" },
        timeout: mostMs,
        killSignal: "SIGKILL",
        maxBuffer: mostDrawn,
      },
      (error, drawn) => (error ? reject(error) : resolve(drawn)),
    );
    // One that has ended already says so itself.
    drawing.stdin?.on("error", () => undefined);
    drawing.once("spawn", () => setPriority(drawing.pid ?? 0, niceness));
    drawing.stdin?.end(bytes);
  });
}

let before: Promise<unknown> = Promise.resolve();

/** One after another, whoever asks. */
function drawInTurn(sourceRoot: string, bytes: Buffer): Promise<Buffer> {
  const drawn = before.then(() => draw(sourceRoot, bytes));
  before = drawn.catch(() => undefined);
  return drawn;
}

/**
 * A drawing (SVG) as a picture made of points, since a drawing can carry programs; other pictures as they are. A small
 * drawing can ask for hours of work or all memory: it is made elsewhere, and given up.
 */
export async function drawPicture(deps: Pick<Deps, "config">, bytes: Buffer): Promise<Buffer> {
  if (!isSvg(bytes)) return bytes;
  try {
    if (bytes.length > mostBytes || /<!ENTITY/i.test(bytes.toString("latin1"))) throw new Error("refused");
    return await drawInTurn(deps.config.data.sourceRoot, bytes);
  } catch {
    throw new DomainError(
      "invalid",
      "drawing_unreadable",
      "This SVG drawing could not be made into a picture. Save it as PNG or WebP.",
    );
  }
}

/** How wide a drawing says that it is; unknown of one that was made narrower. */
export const widthOfDrawing = ({ width = 0 }: Pick<StoredFile, "width">): number | undefined =>
  width > 0 && width < widestDrawn ? width / drawnDensity : undefined;
