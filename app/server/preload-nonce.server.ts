import { Transform } from "node:stream";

const plain = '<link rel="modulepreload"';

/**
 * Gives the nonce to the module preloads that Remix writes without one, so that a page may allow scripts by nonce only.
 * Works on bytes: a chunk may end within a tag or a character.
 */
export function preloadNonce(nonce: string): Transform {
  const marked = `<link nonce="${nonce}" rel="modulepreload"`;
  let held = "";
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const text = (held + chunk.toString("latin1")).replaceAll(plain, marked);
      const open = text.lastIndexOf("<");
      const isSplit = open >= 0 && plain.startsWith(text.slice(open));
      held = isSplit ? text.slice(open) : "";
      done(null, Buffer.from(isSplit ? text.slice(0, open) : text, "latin1"));
    },
    flush(done) {
      done(null, Buffer.from(held, "latin1"));
    },
  });
}
