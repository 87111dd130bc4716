import { addBlock, initialState, pad } from "./sha256";

const bits = 16;
const sliceMs = 10;
const triesBetweenLooks = 200;

/** Looks for TIME.NONCE such that the hash of TOKEN:TIME:NONCE begins with zero bits; in short slices, so that nothing stutters. */
export function findProof(token: string, now: number): Promise<string> {
  const time = now.toString(36);
  const head = new TextEncoder().encode(`${token}:${time}:`);
  const state = Int32Array.from(initialState);
  let done = 0;
  for (; head.length - done >= 64; done += 64) addBlock(state, head, done, state);
  const rest = head.length - done;
  const end = new Uint8Array(192);
  end.set(head.subarray(done));
  const hash = new Int32Array(8);

  const begins = (nonce: string): boolean => {
    for (let index = 0; index < nonce.length; index += 1) end[rest + index] = nonce.charCodeAt(index);
    const size = pad(end, rest + nonce.length, head.length + nonce.length);
    addBlock(state, end, 0, hash);
    if (size > 64) addBlock(hash, end, 64, hash);
    return (hash[0] as number) >>> (32 - bits) === 0;
  };

  return new Promise((resolve) => {
    let nonce = 0;
    const slice = () => {
      const until = performance.now() + sliceMs;
      do {
        for (let tries = 0; tries < triesBetweenLooks; tries += 1, nonce += 1) {
          if (!begins(nonce.toString(36))) continue;
          resolve(`${time}.${nonce.toString(36)}`);
          return;
        }
      } while (performance.now() < until);
      setTimeout(slice);
    };
    slice();
  });
}
