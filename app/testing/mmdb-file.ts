type Value = string | number | { [name: string]: Value } | Value[];

interface Network {
  prefix: string;
  bits: number;
  data: Value;
}

const control = (type: number, size: number): number[] => {
  const lead = type < 8 ? [(type << 5) | Math.min(size, 29)] : [Math.min(size, 29), type - 7];
  return size < 29 ? lead : [...lead, size - 29];
};

/** Values as MaxMind's format writes them: text, whole numbers, maps and lists. */
function encode(value: Value): number[] {
  if (typeof value === "string") {
    const bytes = [...Buffer.from(value)];
    return [...control(2, bytes.length), ...bytes];
  }
  if (typeof value === "number")
    return [...control(6, 4), ...[24, 16, 8, 0].map((shift) => (value >>> shift) & 255)];
  if (Array.isArray(value)) return [...control(11, value.length), ...value.flatMap(encode)];
  const entries = Object.entries(value);
  return [
    ...control(7, entries.length),
    ...entries.flatMap(([name, one]) => [...encode(name), ...encode(one)]),
  ];
}

/** A small IPv4 database of places in MaxMind's format, for tests. */
export function writeMmdb(networks: readonly Network[]): Buffer {
  const nodes: [number | undefined, number | undefined][] = [[undefined, undefined]];
  const data: number[] = [];
  const leaves: { node: number; side: 0 | 1; at: number }[] = [];
  for (const { prefix, bits, data: value } of networks) {
    const address = prefix.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
    let node = 0;
    for (let depth = 0; depth < bits; depth += 1) {
      const side = Math.floor(address / 2 ** (31 - depth)) % 2 === 0 ? 0 : 1;
      if (depth === bits - 1) leaves.push({ node, side, at: data.length });
      else {
        const own = nodes[node] as [number | undefined, number | undefined];
        const next = own[side] ?? nodes.push([undefined, undefined]) - 1;
        own[side] = next;
        node = next;
      }
    }
    data.push(...encode(value));
  }
  for (const { node, side, at } of leaves) (nodes[node] as number[])[side] = nodes.length + 16 + at;
  const record = (to = nodes.length) => [(to >>> 16) & 255, (to >>> 8) & 255, to & 255];
  const metadata = encode({
    binary_format_major_version: 2,
    binary_format_minor_version: 0,
    build_epoch: 1,
    database_type: "Test",
    description: { en: "Places of a test" },
    ip_version: 4,
    languages: ["en"],
    node_count: nodes.length,
    record_size: 24,
  });
  return Buffer.concat([
    Buffer.from(nodes.flatMap(([left, right]) => [...record(left), ...record(right)])),
    Buffer.alloc(16),
    Buffer.from(data),
    Buffer.from("\xab\xcd\xefMaxMind.com", "latin1"),
    Buffer.from(metadata),
  ]);
}
