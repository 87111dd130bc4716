import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import path from "node:path";

/** One measured number beside what it is compared with. */
export interface Figure {
  database: string;
  name: string;
  value: number;
  unit: string;
  /** The same work done by the plainest means there is. */
  reference?: { name: string; value: number };
  target?: { words: string; met: boolean };
  /** What else is worth knowing, in a few words. */
  note?: string;
}

const short = (value: number): string =>
  value >= 100
    ? Math.round(value).toLocaleString("en")
    : value.toLocaleString("en", { maximumSignificantDigits: 3 });

export const ratioOf = ({ value, reference }: Figure): number | undefined =>
  reference && reference.value > 0 ? value / reference.value : undefined;

export function printFigure(figure: Figure): void {
  const ratio = ratioOf(figure);
  const parts = [
    figure.database.padEnd(8),
    figure.name.padEnd(34),
    `${short(figure.value)} ${figure.unit}`.padEnd(22),
    (figure.reference ? `${figure.reference.name} ${short(figure.reference.value)}` : "").padEnd(40),
    (ratio === undefined ? "" : `ratio ${ratio.toFixed(2)}`).padEnd(12),
    figure.target ? `${figure.target.met ? "ok  " : "MISS"} ${figure.target.words}` : "",
    figure.note ? `(${figure.note})` : "",
  ];
  console.log(parts.join(" ").trimEnd());
}

export interface Run {
  startedAt: string;
  machine: { cpus: number; model: string; node: string };
  durability: Record<string, string>;
  figures: Figure[];
}

export function newRun(): Run {
  return {
    startedAt: new Date().toISOString(),
    machine: { cpus: cpus().length, model: cpus()[0]?.model.trim() ?? "", node: process.version },
    durability: {},
    figures: [],
  };
}

/** Writes the run into bench-results; the file's name. */
export function writeRun(root: string, run: Run): string {
  const folder = path.join(root, "bench-results");
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${run.startedAt.replace(/[:.]/g, "-")}.json`);
  const figures = run.figures.map((figure) => ({ ...figure, ratio: ratioOf(figure) }));
  writeFileSync(file, `${JSON.stringify({ ...run, figures }, null, 2)}\n`);
  return file;
}
