import type { Server } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openDoor } from "./open-door.server";
import { wholeAnswer } from "./wire-head";

let server: Server;
let sockets: Socket[] = [];
let finishLate: (() => void)[] = [];
const seen: string[] = [];
const silenceMs = 400;
const keptMs = 900;
/** More than a connection holds that nobody reads. */
const large = "x".repeat(24 * 1024 * 1024);

beforeEach(async () => {
  seen.length = 0;
  finishLate = [];
  server = openDoor(
    { maxHeaderSize: 16 * 1024, silenceMs, keptMs, headersTimeout: 200, connectionsCheckingInterval: 50 },
    [
      ({ path, body }) => {
        if (path === "/quick/large") return wholeAnswer(200, ["content-length", String(large.length)], large);
        if (path === "/broken") throw new Error("broken");
        if (path === "/late") {
          return new Promise((resolve) => {
            finishLate.push(() => resolve(wholeAnswer(200, ["content-length", "4"], "late")));
          });
        }
        if (path === "/reject") return Promise.reject(new Error("rejected"));
        if (!path.startsWith("/quick")) return undefined;
        const said = `quick ${path} ${body}`;
        return wholeAnswer(200, ["content-length", String(said.length)], said);
      },
    ],
    (request, response) => {
      let body = "";
      request.on("data", (part) => {
        body += part;
      });
      request.on("end", () => {
        seen.push(`${request.method} ${request.url}`);
        const said = request.url === "/large" ? large : `node ${request.url} ${body}`;
        response.writeHead(200, { "content-length": said.length }).end(said);
      });
    },
    () => seen.push("fault"),
  );
  server.timeout = silenceMs;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  sockets = [];
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** A connection on which things are said in turn. */
function call() {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  sockets.push(socket);
  let heard = "";
  let closed = false;
  let wake = () => {};
  socket.on("data", (part) => {
    heard += part.toString("latin1");
    wake();
  });
  socket.on("close", () => {
    closed = true;
    wake();
  });
  const until = async (done: () => boolean): Promise<string> => {
    while (!done()) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
    return heard;
  };
  return {
    socket,
    say: (text: string) => void socket.write(text, "latin1"),
    hear: (what: string) => until(() => heard.includes(what)),
    end: () => until(() => closed),
    bodies: () => heard.split(/HTTP\/1\.1 (?:.+\r\n)+\r\n/).filter(Boolean),
  };
}
const get = (path: string) => `GET ${path} HTTP/1.1\r\nhost: x\r\n\r\n`;
const post = (path: string, body: string) =>
  `POST ${path} HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`;

describe("the door", () => {
  it("answers what is quick and leaves the rest to Node, in turn on one connection", async () => {
    const line = call();
    for (const path of ["/quick/1", "/slow/1", "/quick/2", "/slow/2", "/quick/3"]) {
      line.say(get(path));
      await line.hear(path);
    }
    line.say(post("/quick/4", "body"));
    await line.hear("quick /quick/4 body");
    line.say(post("/slow/3", "body"));
    await line.hear("node /slow/3 body");
    line.say(get("/quick/5"));
    await line.hear("quick /quick/5");
    expect(line.bodies().map((body) => body.split(" ").slice(0, 2).join(" "))).toEqual([
      "quick /quick/1",
      "node /slow/1",
      "quick /quick/2",
      "node /slow/2",
      "quick /quick/3",
      "quick /quick/4",
      "node /slow/3",
      "quick /quick/5",
    ]);
  });

  it("never takes a body for a request", async () => {
    const line = call();
    const inside = get("/quick/smuggled");
    line.say(`POST /slow HTTP/1.1\r\nhost: x\r\ncontent-length: ${inside.length}\r\n\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    line.say(inside);
    expect(await line.hear("node /slow GET /quick/smuggled")).not.toContain("200 OK\r\nquick");
    expect(seen).toEqual(["POST /slow"]);
  });

  it("never takes the rest of a chunked body for a request", async () => {
    const line = call();
    line.say("POST /slow HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n");
    await new Promise((resolve) => setTimeout(resolve, 20));
    const inside = get("/quick/smuggled");
    line.say(`${inside.length.toString(16)}\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    line.say(inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    line.say("\r\n0\r\n\r\n");
    await line.hear("node /slow GET /quick/smuggled");
    expect(seen).toEqual(["POST /slow"]);
  });

  it("answers pipelined requests in the order in which they were asked", async () => {
    const line = call();
    line.say(get("/slow/1") + get("/quick/2") + get("/slow/3"));
    await line.hear("/slow/3");
    expect(line.bodies().map((body) => body.trim())).toEqual([
      "node /slow/1",
      "node /quick/2",
      "node /slow/3",
    ]);
  });

  it("holds what is asked while an answer is being made", async () => {
    const line = call();
    line.say(get("/late"));
    await expect.poll(() => finishLate.length).toBe(1);
    line.say(get("/quick/after"));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(line.bodies()).toEqual([]);
    finishLate[0]?.();
    await line.hear("/quick/after");
    expect(line.bodies().map((body) => body.trim())).toEqual(["late", "quick /quick/after"]);
  });

  it("goes on listening when what it held was answered late too", async () => {
    const line = call();
    line.say(get("/late"));
    await expect.poll(() => finishLate.length).toBe(1);
    line.say(get("/late"));
    await new Promise((resolve) => setTimeout(resolve, 30));
    line.say(get("/quick/third"));
    finishLate[0]?.();
    await expect.poll(() => finishLate.length).toBe(2);
    finishLate[1]?.();
    await line.hear("/quick/third");
  });

  it("reads a request that comes letter by letter", async () => {
    const line = call();
    for (const letter of get("/quick/slowly")) {
      line.say(letter);
      await new Promise((resolve) => setImmediate(resolve));
    }
    await line.hear("node /quick/slowly");
  });

  it("leaves a request to Node when its quick answer fails, and closes where it fails later", async () => {
    const line = call();
    line.say(get("/broken"));
    await line.hear("node /broken");
    expect(seen).toContain("fault");
    const other = call();
    other.say(get("/reject"));
    expect(await other.end()).toBe("");
  });

  it("answers who has said all there is to say", async () => {
    const quick = call();
    quick.socket.end(get("/quick/last"));
    expect(await quick.end()).toContain("quick /quick/last");
    const late = call();
    late.socket.end(get("/late"));
    await expect.poll(() => finishLate.length).toBe(1);
    finishLate[0]?.();
    expect(await late.end()).toContain("late");
    const slow = call();
    slow.socket.end(get("/slow/last"));
    expect(await slow.end()).toContain("node /slow/last");
  });

  it.each([
    ["a head too large", `GET / HTTP/1.1\r\nhost: x\r\nx: ${"y".repeat(20_000)}\r\n\r\n`, "431"],
    [
      "both kinds of length",
      "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4\r\ntransfer-encoding: chunked\r\n\r\n",
      "400",
    ],
    ["a length that is none", "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 4x\r\n\r\n", "400"],
    ["a space before a colon", "GET / HTTP/1.1\r\nhost : x\r\n\r\n", "400"],
    ["no host", "GET / HTTP/1.1\r\n\r\n", "400"],
    ["noise", "\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", "400"],
  ])("refuses %s and closes the connection", async (_name, bytes, status) => {
    const line = call();
    line.say(get("/quick/1"));
    await line.hear("/quick/1");
    line.say(bytes);
    expect(await line.end()).toContain(`HTTP/1.1 ${status} `);
    expect(seen).toEqual([]);
  });

  it("closes connections that it alone knows with the server", async () => {
    const idle = call();
    const used = call();
    used.say(get("/quick/1"));
    await used.hear("/quick/1");
    server.closeAllConnections();
    await Promise.all([idle.end(), used.end()]);
  });

  it("closes a connection that says nothing, before and after a quick answer", async () => {
    const silent = call();
    const later = call();
    later.say(get("/quick/1"));
    await later.hear("/quick/1");
    expect(await silent.end()).toBe("");
    expect(await later.end()).toContain("quick /quick/1");
  });

  it("keeps a connection that was answered as long as it is told, beyond what a silent one gets", async () => {
    const line = call();
    line.say(get("/quick/1"));
    await line.hear("/quick/1");
    await new Promise((resolve) => setTimeout(resolve, silenceMs + 150));
    line.say(get("/quick/2"));
    await line.hear("quick /quick/2");
  });

  it("tells who takes it for a proxy that it is none", async () => {
    const line = call();
    line.say("CONNECT x:443 HTTP/1.1\r\nhost: x:443\r\n\r\n");
    expect(await line.end()).toContain("HTTP/1.1 405 ");
  });

  it("answers 408 to headers that come letter by letter without end", async () => {
    const line = call();
    line.socket.on("error", () => {});
    const drip = setInterval(() => line.socket.writable && line.say("x"), 30);
    line.say("GET / HTTP/1.1\r\nhost: x\r\nx-slow: ");
    const heard = await line.end();
    clearInterval(drip);
    expect(heard).toContain("HTTP/1.1 408 ");
    expect(seen).toEqual([]);
  });

  it.each(["/quick/large", "/large"])("closes a connection whose client does not read: %s", async (path) => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1").pause();
    sockets.push(socket);
    socket.on("error", () => {});
    socket.write(get(path));
    const open = () => new Promise<number>((resolve) => server.getConnections((_, count) => resolve(count)));
    await expect.poll(open).toBe(1);
    await expect.poll(open, { timeout: 5000 }).toBe(0);
  });

  it("gives a large answer whole to a client that reads slowly", async () => {
    const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
    sockets.push(socket);
    let read = 0;
    socket.on("data", (part) => {
      read += part.length;
      socket.pause();
      setTimeout(() => socket.resume(), 1);
    });
    socket.write(get("/quick/large"));
    await expect.poll(() => read, { timeout: 30_000 }).toBeGreaterThan(large.length);
  });
});
