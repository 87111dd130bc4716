/**
 * Counts how often keys came within a window, in constant memory: several rows of counters, the smallest tells.
 * May count a little too high when very many keys come, never too low.
 */
export interface RateSketch {
  /** Counts the key once more; the count in this window. */
  hit(key: string): number;
}

const rows = 3;
const width = 1 << 18;

function hash(key: string, seed: number): number {
  let value = 0x811c9dc5 ^ seed;
  for (let index = 0; index < key.length; index += 1) {
    value ^= key.charCodeAt(index);
    value = Math.imul(value, 0x01000193);
  }
  value ^= value >>> 15;
  return (Math.imul(value, 0x85ebca6b) >>> 0) % width;
}

export function createRateSketch(windowMs: number, now: () => number): RateSketch {
  const cells = Array.from({ length: rows }, () => new Uint16Array(width));
  // A secret start: nobody can choose keys that fall on the counters of another.
  const seeds = cells.map(() => Math.floor(Math.random() * 0xffffffff));
  let windowEnd = now() + windowMs;
  return {
    hit(key) {
      const time = now();
      if (time >= windowEnd) {
        for (const row of cells) row.fill(0);
        windowEnd = time + windowMs;
      }
      let smallest = Number.POSITIVE_INFINITY;
      cells.forEach((row, index) => {
        const at = hash(key, seeds[index] ?? 0);
        const count = Math.min((row[at] ?? 0) + 1, 65_535);
        row[at] = count;
        smallest = Math.min(smallest, count);
      });
      return smallest;
    },
  };
}
