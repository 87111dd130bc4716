export interface Scale {
  max: number;
  /** From zero up, evenly spaced. */
  ticks: number[];
}

const steps = [1, 2, 2.5, 5, 10];

/** A round upper end and up to six round marks from zero. Whole figures get whole marks. */
export function scaleFor(highest: number): Scale {
  if (!(highest > 0)) return { max: 1, ticks: [0, 1] };
  const rough = highest / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const fitting = steps.find((step) => step * power >= rough) ?? 10;
  const step = Number.isInteger(highest) ? Math.max(1, Math.ceil(fitting * power)) : fitting * power;
  const count = Math.ceil(highest / step);
  return { max: step * count, ticks: Array.from({ length: count + 1 }, (_, index) => index * step) };
}

/** At most `wanted` indices out of `length`, evenly spaced from the first on. */
export function tickIndices(length: number, wanted: number): number[] {
  if (length <= 1) return length === 1 ? [0] : [];
  const step = Math.max(1, Math.ceil((length - 1) / Math.max(1, wanted - 1)));
  return Array.from({ length: Math.floor((length - 1) / step) + 1 }, (_, index) => index * step);
}
