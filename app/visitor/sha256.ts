/** SHA-256 block by block, so that the unchanging beginning of a text is hashed once. WebCrypto is absent on plain http. */
const rounds = new Int32Array(64);
export const initialState = new Int32Array(8);

const fraction = (value: number) => Math.floor((value - Math.floor(value)) * 2 ** 32);

for (let candidate = 2, found = 0; found < 64; candidate += 1) {
  let prime = true;
  for (let divisor = 2; divisor * divisor <= candidate; divisor += 1)
    if (candidate % divisor === 0) prime = false;
  if (!prime) continue;
  if (found < 8) initialState[found] = fraction(Math.sqrt(candidate));
  rounds[found] = fraction(Math.cbrt(candidate));
  found += 1;
}

const schedule = new Int32Array(64);
const at = (words: Int32Array, index: number) => words[index] as number;
const turn = (value: number, by: number) => (value >>> by) | (value << (32 - by));

/** Writes into `next` the state after one more block of 64 bytes. */
export function addBlock(state: Int32Array, bytes: Uint8Array, from: number, next: Int32Array): void {
  for (let i = 0; i < 16; i += 1) {
    const p = from + i * 4;
    schedule[i] =
      ((bytes[p] as number) << 24) |
      ((bytes[p + 1] as number) << 16) |
      ((bytes[p + 2] as number) << 8) |
      (bytes[p + 3] as number);
  }
  for (let i = 16; i < 64; i += 1) {
    const w15 = at(schedule, i - 15);
    const w2 = at(schedule, i - 2);
    const s0 = turn(w15, 7) ^ turn(w15, 18) ^ (w15 >>> 3);
    const s1 = turn(w2, 17) ^ turn(w2, 19) ^ (w2 >>> 10);
    schedule[i] = (at(schedule, i - 16) + s0 + at(schedule, i - 7) + s1) | 0;
  }
  let a = at(state, 0);
  let b = at(state, 1);
  let c = at(state, 2);
  let d = at(state, 3);
  let e = at(state, 4);
  let f = at(state, 5);
  let g = at(state, 6);
  let h = at(state, 7);
  for (let i = 0; i < 64; i += 1) {
    const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25);
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + at(rounds, i) + at(schedule, i)) | 0;
    const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + t1) | 0;
    d = c;
    c = b;
    b = a;
    a = (t1 + t2) | 0;
  }
  next[0] = at(state, 0) + a;
  next[1] = at(state, 1) + b;
  next[2] = at(state, 2) + c;
  next[3] = at(state, 3) + d;
  next[4] = at(state, 4) + e;
  next[5] = at(state, 5) + f;
  next[6] = at(state, 6) + g;
  next[7] = at(state, 7) + h;
}

/** Puts the padding behind `length` bytes that end a text of `total` bytes; the number of bytes to hash. */
export function pad(block: Uint8Array, length: number, total: number): number {
  const size = length + 9 <= 64 ? 64 : 128;
  block[length] = 0x80;
  block.fill(0, length + 1, size);
  for (let place = 0, rest = total * 8; place < 4; place += 1, rest = Math.floor(rest / 256)) {
    block[size - 1 - place] = rest % 256;
  }
  return size;
}
