import type { FastifyRequest } from "fastify";
import { describe, expect, it } from "vitest";
import { TooLargeSubmission } from "./form-submissions-bodies";
import { createUploadReader, TooManyUploads } from "./form-submissions-uploads.server";

const megabyte = 1024 * 1024;
const plainLimit = 64 * 1024;

const announcing = (bytes: number): FastifyRequest =>
  ({ headers: { "content-length": String(bytes) }, log: { debug: () => undefined } }) as never;

/** A body of which some bytes have come, and the rest when it is told. */
function openBody(first: number, rest = 0) {
  let go = () => {};
  let heardToEnd = false;
  const gate = new Promise<void>((resolve) => {
    go = resolve;
  });
  async function* body() {
    yield Buffer.alloc(first);
    await gate;
    yield Buffer.alloc(rest);
    heardToEnd = true;
  }
  return { body: body(), go, wasHeard: () => heardToEnd };
}

const reader = () => createUploadReader({ plainLimit, takesFiles: async () => true });

describe("uploads at the same time", () => {
  it("are read beside any number of others that are announced and hardly come", async () => {
    const read = reader();
    const slow = Array.from({ length: 50 }, () => openBody(1));
    const waiting = slow.map(({ body }) => read(announcing(20 * megabyte), body));
    const whole = openBody(2 * megabyte, 3 * megabyte);
    whole.go();
    expect(await read(announcing(5 * megabyte), whole.body)).toHaveLength(5 * megabyte);
    for (const { go } of slow) go();
    await Promise.all(waiting);
  });

  it("are refused when too much is in memory, heard to their end, and taken again afterwards", async () => {
    const read = reader();
    const full = Array.from({ length: 6 }, () => openBody(25 * megabyte));
    const waiting = full.map(({ body }) => read(announcing(25 * megabyte), body));
    await new Promise((resolve) => setImmediate(resolve));
    const late = openBody(4 * megabyte, 1);
    late.go();
    await expect(read(announcing(4 * megabyte), late.body)).rejects.toThrow(TooManyUploads);
    expect(late.wasHeard()).toBe(true);
    const small = openBody(1000);
    small.go();
    expect(await read(announcing(1000), small.body)).toHaveLength(1000);
    for (const { go } of full) go();
    await Promise.all(waiting);
    const again = openBody(4 * megabyte);
    again.go();
    expect(await read(announcing(4 * megabyte), again.body)).toHaveLength(4 * megabyte);
  });

  it("are refused when they are larger than they may be, announced or not", async () => {
    const read = reader();
    await expect(read(announcing(40 * megabyte), openBody(1).body)).rejects.toThrow(TooLargeSubmission);
    const unannounced = openBody(20 * megabyte, 20 * megabyte);
    unannounced.go();
    const request = { ...announcing(0), headers: {} } as FastifyRequest;
    await expect(read(request, unannounced.body)).rejects.toThrow(TooLargeSubmission);
    expect(unannounced.wasHeard()).toBe(true);
  });
});
