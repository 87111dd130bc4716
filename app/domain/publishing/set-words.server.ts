import bidiFactory from "bidi-js";
import type { Font } from "harfbuzzjs";
import type { DrawnLine } from "~builder/document/share-picture";
import type { Letters } from "./choose-letters.server";

const bidi = bidiFactory();

interface Run {
  start: number;
  end: number;
  level: number;
  font: Font;
}

/** Words ready for drawing in lines of any width. */
export interface SetWords {
  rightToLeft: boolean;
  /** At which a line may break, each with the width before it; spaces at its end do not count. */
  pieces: readonly Piece[];
  draw(start: number, end: number): DrawnLine;
}

export interface Piece {
  start: number;
  end: number;
  width: number;
  /** Of the spaces after it. */
  space: number;
}

/** As the bidirectional algorithm has it: from the highest level down, what is at least so high turns round. */
function inOrderOfSight(runs: readonly Run[]): Run[] {
  const ordered = [...runs];
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level > 0; level--) {
    for (let from = 0; from < ordered.length; from++) {
      let to = from;
      while ((ordered[to]?.level ?? -1) >= level) to++;
      if (to > from) ordered.splice(from, to - from, ...ordered.slice(from, to).toReversed());
      from = Math.max(from, to);
    }
  }
  return ordered;
}

const words = new Intl.Segmenter("en", { granularity: "word" });
const unspaced =
  /^[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const opening = /\p{Ps}$/u;

/** After spaces and dashes, and between words of scripts that are written without spaces. */
function breaksOf(text: string): number[] {
  const breaks = new Set([text.length]);
  for (const { index } of text.matchAll(/(?<=[ \u2013\u2014])(?=[^ ])|(?<=\p{L}[-/\u2010])(?=\p{L})/gu))
    breaks.add(index);
  for (const { segment, index } of words.segment(text))
    if (unspaced.test(segment) && !opening.test(text.slice(0, index))) breaks.add(index);
  return [...breaks].filter((at) => at > 0).sort((a, b) => a - b);
}

export async function setWords({ text, fonts }: Letters): Promise<SetWords> {
  const { Buffer, Direction, shape } = await import("harfbuzzjs");
  const buffer = new Buffer();
  const order = bidi.getEmbeddingLevels(text, "auto");

  function runsOf(start: number, end: number): Run[] {
    const runs: Run[] = [];
    for (let at = start; at < end; at++) {
      const font = fonts[at];
      const level = order.levels[at] ?? 0;
      const last = runs.at(-1);
      if (last && last.font === font && last.level === level) last.end = at + 1;
      else if (font) runs.push({ start: at, end: at + 1, level, font });
    }
    return inOrderOfSight(runs);
  }

  function draw(start: number, end: number): DrawnLine {
    let width = 0;
    const shapes: DrawnLine["shapes"] = [];
    for (const run of runsOf(start, end)) {
      buffer.reset();
      buffer.addText(text, run.start, run.end - run.start);
      buffer.guessSegmentProperties();
      buffer.setDirection(run.level % 2 === 1 ? Direction.RTL : Direction.LTR);
      shape(run.font, buffer);
      const places = buffer.getGlyphPositions();
      for (const [index, { codepoint }] of buffer.getGlyphInfos().entries()) {
        const place = places[index];
        if (!place) continue;
        const path = codepoint === 0 ? "" : run.font.glyphToPath(codepoint);
        if (path) shapes.push({ x: width + place.xOffset, y: place.yOffset, path });
        width += codepoint === 0 ? 0 : place.xAdvance;
      }
    }
    return { width, shapes };
  }

  let start = 0;
  const pieces = breaksOf(text).map((end) => {
    const seen = start + text.slice(start, end).trimEnd().length;
    const piece = { start, end, width: draw(start, seen).width, space: draw(seen, end).width };
    start = end;
    return piece;
  });
  return { rightToLeft: (order.paragraphs[0]?.level ?? 0) % 2 === 1, pieces, draw };
}
