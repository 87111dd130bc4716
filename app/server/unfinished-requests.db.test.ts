import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { useTestApp } from "~/testing/http/test-app";

const behindProxy = { TRUSTED_PROXIES: "127.0.0.1/32" };
const test = useTestApp(behindProxy);
const hasty = useTestApp(behindProxy, { requestMs: 1000 });
let sockets: Socket[] = [];

beforeAll(async () => {
  for (const { app } of [test(), hasty()]) await app.listen({ host: "127.0.0.1", port: 0 });
  test().app.server.on("request", () => {
    begun += 1;
  });
});
afterEach(() => {
  begun = 0;
  for (const socket of sockets) socket.destroy();
  sockets = [];
});

/** A POST of which the body is still to come, and what was answered. */
function begin(ip: string, { app } = test()) {
  const { port } = app.server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  sockets.push(socket);
  let heard = "";
  let closed = false;
  socket.on("error", () => undefined);
  socket.on("data", (part) => {
    heard += part.toString("latin1");
  });
  socket.on("close", () => {
    closed = true;
  });
  const head = ["POST /v HTTP/1.1", "host: shop.localhost:3000", `x-forwarded-for: ${ip}`];
  socket.write([...head, "content-length: 5000", "", ""].join("\r\n"));
  return { socket, heard: () => heard, closed: () => closed };
}
/** Requests that the server has begun to hear in this test. */
let begun = 0;
const status = (heard: string) => Number(/^HTTP\/1\.1 (\d+)/.exec(heard)?.[1] ?? 0);

describe("a request that does not arrive in full", () => {
  it("is answered 408 once its time is over, however steadily it goes on", async () => {
    const one = begin("203.0.113.1", hasty());
    const drip = setInterval(() => one.socket.writable && one.socket.write("x"), 20);
    await expect.poll(one.closed, { timeout: 10_000 }).toBe(true);
    clearInterval(drip);
    expect(status(one.heard())).toBe(408);
    expect(one.heard()).toContain("took too long to arrive");
  });

  it("may be one of 32 of a client that are slow; what comes beyond is refused, and nobody else is", async () => {
    const many = Array.from({ length: 32 }, (_, index) => begin(`2001:db8:1:1::${index + 1}`));
    await expect.poll(() => begun).toBe(32);
    test().deps.clock.advance(6000);
    const beyond = Array.from({ length: 8 }, (_, index) => begin(`2001:db8:1:1::${index + 100}`));
    await expect.poll(() => beyond.filter((one) => one.closed()).length, { timeout: 10_000 }).toBe(8);
    for (const one of beyond) {
      expect(status(one.heard())).toBe(503);
      expect(one.heard()).toMatch(/retry-after: 10/i);
      expect(one.heard()).toContain("too_many_unfinished");
    }
    const neighbour = begin("2001:db8:1:2::1");
    neighbour.socket.write("x".repeat(5000));
    await expect.poll(() => status(neighbour.heard())).toBe(400);
    expect(many.filter((one) => one.heard() === "")).toHaveLength(32);
  });

  it("is one of many that come at the same moment from one office, and each is taken", async () => {
    const many = Array.from({ length: 200 }, () => begin("203.0.113.40"));
    await expect.poll(() => begun).toBe(200);
    for (const { socket } of many) socket.write("x".repeat(5000));
    await expect.poll(() => many.filter((one) => status(one.heard()) === 400).length).toBe(200);
  });

  it("is refused beyond 512 of a client however young they are", async () => {
    const many = Array.from({ length: 520 }, () => begin("203.0.113.41"));
    const refused = () => many.filter((one) => status(one.heard()) === 503).length;
    await expect.poll(refused, { timeout: 20_000 }).toBe(8);
  });

  it("makes room for the next when it is there, or given up", async () => {
    const ip = "203.0.113.7";
    for (let round = 0; round < 40; round += 1) {
      const one = begin(ip);
      one.socket.write("x".repeat(5000));
      await expect.poll(() => status(one.heard()), { interval: 5 }).toBe(400);
    }
    for (let round = 0; round < 40; round += 1) {
      const one = begin(ip);
      await new Promise<void>((resolve) => one.socket.write("x", () => resolve()));
      one.socket.destroy();
      await expect.poll(one.closed).toBe(true);
    }
    const last = begin(ip);
    last.socket.write("x".repeat(5000));
    await expect.poll(() => status(last.heard())).toBe(400);
  });
});
