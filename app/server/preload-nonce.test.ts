import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { preloadNonce } from "./preload-nonce.server";

it("marks every module preload, wherever the stream is cut", async () => {
  const page =
    '<p>ü</p><link rel="modulepreload" href="/a.js"/><link rel="icon"/><link rel="modulepreload" href="/b.js"/>';
  const marked = page.replaceAll('<link rel="modulepreload"', '<link nonce="n1" rel="modulepreload"');
  const bytes = Buffer.from(page);
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const stream = preloadNonce("n1");
    stream.write(bytes.subarray(0, cut));
    stream.end(bytes.subarray(cut));
    expect(await text(stream)).toBe(marked);
  }
});
