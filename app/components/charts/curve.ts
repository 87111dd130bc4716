export interface Point {
  x: number;
  y: number;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A smooth line through all points that never rises or falls where the figures do not (monotone cubic). */
export function curve(points: readonly Point[]): string {
  const [first] = points;
  if (!first) return "";
  const slopes = tangents(points);
  let path = `M${round(first.x)} ${round(first.y)}`;
  for (let index = 1; index < points.length; index += 1) {
    const from = points[index - 1] ?? first;
    const to = points[index] ?? first;
    const third = (to.x - from.x) / 3;
    const [leaving = 0, arriving = 0] = [slopes[index - 1], slopes[index]];
    path += `C${round(from.x + third)} ${round(from.y + third * leaving)} ${round(to.x - third)} ${round(
      to.y - third * arriving,
    )} ${round(to.x)} ${round(to.y)}`;
  }
  return path;
}

function tangents(points: readonly Point[]): number[] {
  const secants = points.slice(1).map((point, index) => {
    const before = points[index] ?? point;
    return (point.y - before.y) / (point.x - before.x || 1);
  });
  return points.map((_, index) => {
    const before = secants[index - 1];
    const after = secants[index];
    if (before === undefined || after === undefined) return before ?? after ?? 0;
    if (before * after <= 0) return 0;
    const steepest = 3 * Math.min(Math.abs(before), Math.abs(after));
    return Math.sign(before) * Math.min(Math.abs((before + after) / 2), steepest);
  });
}
