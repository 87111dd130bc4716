/** Holm's step-down adjustment: each p-value as it stands when so many questions were asked at once. In the given order. */
export function holmAdjusted(pValues: readonly number[]): number[] {
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let highest = 0;
  order.forEach(({ p, index }, place) => {
    highest = Math.max(highest, Math.min(1, p * (pValues.length - place)));
    adjusted[index] = highest;
  });
  return adjusted;
}
