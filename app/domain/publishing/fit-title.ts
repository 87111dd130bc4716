import type { Piece } from "./set-words.server";

export interface FittedTitle {
  size: number;
  /** Where each line starts and ends in the words. */
  lines: readonly { start: number; end: number }[];
}

const sizes = [104, 92, 80, 70, 60, 52, 44] as const;
const most = (size: number): number => (size > 80 ? 3 : 4);

/** Lines of at most `width`, in units of the face; a piece that is wider stands alone. */
function wrap(pieces: readonly Piece[], width: number) {
  const lines: { start: number; end: number; width: number; space: number }[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    const longer = last && last.width + last.space + piece.width;
    if (last && longer !== undefined && longer <= width)
      Object.assign(last, { end: piece.end, width: longer, space: piece.space });
    else lines.push({ ...piece });
  }
  return lines;
}

/** The largest size at which the title stands whole; `leading` is the step from line to line in sizes. */
export function fitTitle(
  pieces: readonly Piece[],
  room: { width: number; height: number },
  leading: number,
): FittedTitle {
  for (const size of sizes) {
    const lines = wrap(pieces, (room.width / size) * 1000);
    const isTooWide = lines.some(({ width }) => width * size > room.width * 1000);
    const isTooHigh = lines.length > most(size) || lines.length * size * leading > room.height;
    if (!isTooWide && !isTooHigh) return { size, lines };
  }
  const size = sizes[sizes.length - 1] ?? 44;
  const lines = wrap(pieces, (room.width / size) * 1000);
  return { size, lines: lines.slice(0, Math.floor(room.height / (size * leading))) };
}
