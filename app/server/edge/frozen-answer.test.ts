import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FrozenAnswer, freezeAnswer, sendFrozen } from "./frozen-answer.server";

const text = `<!doctype html><h1>Grüße</h1>${"<p>Bread and butter.</p>".repeat(50)}`;
let answer: FrozenAnswer;
let server: Server;
let port: number;

beforeAll(async () => {
  answer = await freezeAnswer({
    status: 200,
    contentType: "text/html; charset=utf-8",
    bytes: Buffer.from(text),
    etag: "abcdefghijklmnopqrstuvwxyz0",
    headers: { "x-content-type-options": "nosniff" },
  });
  server = createServer((request, response) => sendFrozen(answer, request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Sends bytes, gives back everything the server said until it closed the connection. */
const talk = (bytes: string): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    connect(port, "127.0.0.1")
      .on("data", (part) => parts.push(part))
      .on("end", () => resolve(Buffer.concat(parts)))
      .on("error", reject)
      .end(bytes);
  });
const ask = (lines: string[], method = "GET", version = "1.1") =>
  [`${method} / HTTP/${version}`, "host: x", ...lines, "", ""].join("\r\n");
const headOf = (answered: Buffer) => answered.toString("latin1").split("\r\n\r\n")[0]?.toLowerCase() ?? "";
const bodyOf = (answered: Buffer) => answered.subarray(answered.indexOf("\r\n\r\n") + 4);

describe("a frozen answer on a real connection", () => {
  it("says the same whether it goes out in one piece or not", async () => {
    const whole = await talk(ask([]));
    const plain = await talk(ask(["connection: close"]));
    const names = (answered: Buffer) =>
      headOf(answered)
        .split("\r\n")
        .filter((line) => !/^(date|connection|keep-alive):/.test(line))
        .sort();
    expect(names(whole)).toEqual(names(plain));
    expect(headOf(whole)).toMatch(/\r\ndate: \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d gmt\r\n/);
    expect(bodyOf(whole).toString()).toBe(text);
    expect(bodyOf(plain).toString()).toBe(text);
    expect(headOf(plain)).toContain("connection: close");
  });

  it("answers several requests on one connection, each in turn", async () => {
    const answered = (await talk(ask([]) + ask(["accept-encoding: br"], "HEAD") + ask([]))).toString(
      "latin1",
    );
    expect(answered.match(/HTTP\/1\.1 200 OK/g)?.length).toBe(3);
    expect(answered.match(/<h1>/g)?.length).toBe(2);
    expect(answered).toContain("content-encoding: br");
  });

  it("is compressed, not modified, or without body as asked", async () => {
    const gzipped = await talk(ask(["accept-encoding: gzip"]));
    expect(gunzipSync(bodyOf(gzipped)).toString()).toBe(text);
    const etag = /etag: ("[^"]+")/.exec(gzipped.toString("latin1"))?.[1];
    const unchanged = await talk(ask([`if-none-match: ${etag}`]));
    expect(headOf(unchanged)).toMatch(/^http\/1\.1 304/);
    expect(bodyOf(unchanged).length).toBe(0);
    expect(headOf(await talk(ask(['if-none-match: "other"'])))).toMatch(/^http\/1\.1 200/);
    expect(bodyOf(await talk(ask([], "HEAD"))).length).toBe(0);
    expect(headOf(await talk(ask([], "GET", "1.0")))).toMatch(/^http\/1\.1 200/);
  });
});
