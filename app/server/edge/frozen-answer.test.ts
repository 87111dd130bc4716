import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openDoor } from "../door/open-door.server";
import { type FrozenAnswer, freezeAnswer, frozenBytes, sendFrozen } from "./frozen-answer.server";

const text = `<!doctype html><h1>Grüße</h1>${"<p>Bread and butter.</p>".repeat(50)}`;
let answer: FrozenAnswer;
const servers: Server[] = [];
let quick = 0;
let plain = 0;

const freeze = (status = 200) =>
  freezeAnswer({
    status,
    contentType: "text/html; charset=utf-8",
    bytes: Buffer.from(text),
    etag: "abcdefghijklmnopqrstuvwxyz0",
    headers: { "x-content-type-options": "nosniff" },
  });

const listen = async (server: Server): Promise<number> => {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
};

beforeAll(async () => {
  answer = await freeze();
  plain = await listen(createServer((request, response) => sendFrozen(answer, request, response)));
  quick = await listen(
    openDoor(
      {},
      [
        (request) =>
          frozenBytes(answer, {
            method: request.method,
            ifNoneMatch: request.header("if-none-match"),
            acceptEncoding: request.header("accept-encoding"),
          }),
      ],
      (_request, response) => response.writeHead(500).end("not quick"),
      (fault) => {
        throw fault;
      },
    ),
  );
});
afterAll(() => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
});

/** Sends bytes, gives back everything the server said until it closed the connection. */
const talk = (port: number, bytes: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    connect(port, "127.0.0.1")
      .on("data", (part) => parts.push(part))
      .on("end", () => resolve(Buffer.concat(parts)))
      .on("error", reject)
      .end(bytes);
  });
const ask = (lines: string[], method = "GET") =>
  [`${method} / HTTP/1.1`, "host: x", ...lines, "", ""].join("\r\n");
const headOf = (answered: Buffer) => answered.toString("latin1").split("\r\n\r\n")[0]?.toLowerCase() ?? "";
const bodyOf = (answered: Buffer) => answered.subarray(answered.indexOf("\r\n\r\n") + 4);
const lines = (answered: Buffer) =>
  headOf(answered)
    .split("\r\n")
    .filter((line) => !/^(date|connection|keep-alive):/.test(line))
    .sort();

describe("a frozen answer", () => {
  it.each([
    ["plain", []],
    ["gzip", ["accept-encoding: gzip"]],
    ["brotli", ["accept-encoding: gzip, br"]],
    ["no change", ['if-none-match: "abcdefghijklmnopqrstuvwxyz0-gz"', "accept-encoding: gzip"]],
    ["another ETag", ['if-none-match: "other"']],
  ])("says the same from the door as through Node: %s", async (_name, headers) => {
    for (const method of ["GET", "HEAD"]) {
      const fromDoor = await talk(quick, ask(headers, method));
      const fromNode = await talk(plain, ask(headers, method));
      expect(lines(fromDoor)).toEqual(lines(fromNode));
      expect(bodyOf(fromDoor)).toEqual(bodyOf(fromNode));
      expect(headOf(fromDoor)).toMatch(/\r\ndate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d gmt\r\n/);
    }
  });

  it("holds the same text in each encoding, with an ETag of its own", async () => {
    const [identity, gzipped, brotli] = await Promise.all(
      ["", "gzip", "br"].map((encoding) => talk(quick, ask([`accept-encoding: ${encoding}`]))),
    );
    expect(bodyOf(identity as Buffer).toString()).toBe(text);
    expect(gunzipSync(bodyOf(gzipped as Buffer)).toString()).toBe(text);
    expect(brotliDecompressSync(bodyOf(brotli as Buffer)).toString()).toBe(text);
    const etags = [identity, gzipped, brotli].map(
      (one) => /etag: "([^"]+)"/.exec(headOf(one as Buffer))?.[1],
    );
    expect(new Set(etags).size).toBe(3);
    for (const [at, encoding] of ["", "gzip", "br"].entries()) {
      const asked = [`accept-encoding: ${encoding}`, `if-none-match: "${etags[at]}"`];
      const unchanged = await talk(quick, ask(asked));
      expect(headOf(unchanged)).toMatch(/^http\/1\.1 304 not modified/);
      expect(headOf(unchanged)).toContain(`etag: "${etags[at]}"`);
      expect(bodyOf(unchanged).length).toBe(0);
    }
  });

  it("carries the time at which it is sent", async () => {
    const dateOf = (bytes: Buffer) => /date: ([^\r]+)/.exec(bytes.toString("latin1"))?.[1];
    const asked = { method: "GET", ifNoneMatch: "", acceptEncoding: "br" };
    const own = await freeze();
    vi.useFakeTimers({ now: Date.parse("2031-01-05T10:00:00Z") });
    try {
      expect(dateOf(frozenBytes(own, asked))).toBe("Sun, 05 Jan 2031 10:00:00 GMT");
      vi.advanceTimersByTime(61_000);
      expect(dateOf(frozenBytes(own, asked))).toBe("Sun, 05 Jan 2031 10:01:01 GMT");
      expect(brotliDecompressSync(bodyOf(frozenBytes(own, asked))).toString()).toBe(text);
    } finally {
      vi.useRealTimers();
    }
  });

  it("keeps its status", async () => {
    const missing = await freeze(404);
    const bytes = frozenBytes(missing, { method: "GET", ifNoneMatch: "", acceptEncoding: "" });
    expect(headOf(bytes)).toMatch(/^http\/1\.1 404 not found/);
  });
});
