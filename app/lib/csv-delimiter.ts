export type CsvDelimiter = "," | ";" | "\t" | "|";

const candidates: CsvDelimiter[] = [",", ";", "\t", "|"];
const sampleRecords = 50;

/** Counts of each candidate per record, quoted parts left out. */
function countByRecord(sample: string): Map<CsvDelimiter, number>[] {
  const records: Map<CsvDelimiter, number>[] = [];
  let counts = new Map<CsvDelimiter, number>();
  let quoted = false;
  let empty = true;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (character === "\n" || character === "\r") {
      if (!empty) records.push(counts);
      if (records.length >= sampleRecords) return records;
      counts = new Map();
      empty = true;
      continue;
    }
    empty = false;
    const candidate = candidates.find((one) => one === character);
    if (candidate) counts.set(candidate, (counts.get(candidate) ?? 0) + 1);
  }
  if (!empty && records.length < 2) records.push(counts);
  return records;
}

/** The delimiter that stands as often in most records as in the first; the most frequent of those; a comma when none does. */
export function sniffDelimiter(sample: string): CsvDelimiter {
  const records = countByRecord(sample);
  const [first] = records;
  if (!first) return ",";
  let best: CsvDelimiter = ",";
  let bestScore = 0;
  for (const candidate of candidates) {
    const expected = first.get(candidate) ?? 0;
    if (expected === 0) continue;
    const agreeing = records.filter((record) => record.get(candidate) === expected).length;
    const score = agreeing / records.length + Math.min(expected, 50) / 1000;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}
