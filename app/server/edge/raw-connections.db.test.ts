import { type AddressInfo, connect } from "node:net";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { changeStanding } from "~/domain/workspaces/change-standing.server";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const test = useTestApp();
const host = "harbour.localhost:3000";
let shop: TestSite;
let token = "";

interface Heard {
  status: number;
  headers: Map<string, string>;
  body: string;
}

function read(bytes: string): Heard {
  const [head = "", ...rest] = bytes.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const headers = new Map(lines.map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
  const named = new Map([...headers].map(([name, value]) => [name.toLowerCase(), value]));
  return { status: Number(first.split(" ")[1]), headers: named, body: rest.join("\r\n\r\n") };
}

/** One connection: sends bytes and gives back what came until it was quiet for a moment, or closed. */
function talk(bytes: string | string[], quietMs = 150): Promise<string> {
  const { port } = test().app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1");
    let quiet: NodeJS.Timeout | undefined;
    const wait = () => {
      clearTimeout(quiet);
      quiet = setTimeout(() => socket.destroy(), quietMs);
    };
    socket.on("data", (part) => {
      heard += part.toString("latin1");
      wait();
    });
    socket.on("close", () => {
      clearTimeout(quiet);
      resolve(heard);
    });
    socket.on("error", reject);
    void (async () => {
      for (const part of [bytes].flat()) {
        socket.write(part, "latin1");
        await new Promise((done) => setTimeout(done, 10));
      }
      if (heard === "") quiet = setTimeout(() => socket.destroy(), 3000);
    })();
  });
}
const ask = (path: string, lines: string[] = [], method = "GET") =>
  [`${method} ${path} HTTP/1.1`, `host: ${host}`, ...lines, "", ""].join("\r\n");

const chunked = (body: string) => ask("/v", ["transfer-encoding: chunked"], "POST") + body;

beforeAll(async () => {
  const { deps, app } = test();
  shop = await makeTestSite(deps, { slug: "harbour" });
  const page = await createPage(deps, shop.owner, {
    siteId: shop.site.id,
    path: "/bread",
    title: "Bread",
    html: `<h1>Bread</h1>${"<p>Rye and spelt.</p>".repeat(50)}`,
  });
  await publishPage(deps, shop.owner, { workspaceId: shop.workspaceId, pageId: page.id });
  await app.listen({ host: "127.0.0.1", port: 0 });
  await vi.waitFor(async () => expect(read(await talk(ask("/bread"))).status).toBe(200), { timeout: 5000 });
  token =
    /data-page="([^"]+)"/.exec((await app.inject({ url: "/bread", headers: { host } })).body)?.[1] ?? "";
});

describe("a page from the door", () => {
  it.each([
    ["GET", [] as string[]],
    ["HEAD", []],
    ["GET", ["accept-encoding: gzip"]],
    ["GET", ["accept-encoding: br, gzip"]],
    ["GET", ["if-none-match: *"]],
  ])("has every header that the router sends: %s %s", async (method, lines) => {
    const loads = test().app.hostedPages.cache.counts.loads;
    const raw = read(await talk(ask("/bread", lines, method)));
    const headers = Object.fromEntries([["host", host], ...lines.map((line) => line.split(": "))]);
    const routed = await test().app.inject({ method: method as "GET", url: "/bread", headers });
    expect(raw.status).toBe(routed.statusCode);
    const moving = new Set(["date", "connection", "keep-alive"]);
    const said = [...raw.headers].filter(([name]) => !moving.has(name)).sort();
    const expected = Object.entries(routed.headers).filter(([name]) => !moving.has(name));
    expect(said).toEqual(expected.map(([name, value]) => [name, String(value)]).sort());
    expect(test().app.hostedPages.cache.counts.loads).toBe(loads);
  });

  it("is closed within 2 seconds of a suspension, on a connection that is open already too [aup.suspend]", async () => {
    const { deps } = test();
    const stand = (standing: "good" | "suspended") =>
      deps.transact((tx) =>
        changeStanding(
          deps,
          tx,
          { kind: "system", reason: "test" },
          {
            workspaceId: shop.workspaceId,
            standing,
            reason: "test",
          },
        ),
      );
    await stand("suspended");
    await vi.waitFor(async () => expect(read(await talk(ask("/bread"))).status).toBe(451), { timeout: 2000 });
    const two = await talk([ask("/bread"), ask("/bread")]);
    expect(two.match(/HTTP\/1\.1 451/g)).toHaveLength(2);
    await stand("good");
    await vi.waitFor(async () => expect(read(await talk(ask("/bread"))).status).toBe(200), { timeout: 2000 });
  });
});

describe("a page view from the door", () => {
  const view = (id: string, lines: string[] = []) => {
    const body = JSON.stringify({ t: token, v: id, z: "Europe/Berlin", a: 1 });
    return `${ask("/v", [`content-length: ${body.length}`, "user-agent: Mozilla/5.0 Firefox/140.0", ...lines], "POST")}${body}`;
  };
  const stored = (id: string) =>
    test().deps.db.selectFrom("visits").selectAll().where("id", "=", id).executeTakeFirst();

  it("is stored before it is answered, bots apart, and without what Global Privacy Control forbids", async () => {
    const ids = [
      "01JV1S1T000000000000000001",
      "01JV1S1T000000000000000002",
      "01JV1S1T000000000000000003",
    ] as const;
    expect(read(await talk(view(ids[0]))).status).toBe(204);
    expect(read(await talk(view(ids[1], ["sec-gpc: 1"]))).status).toBe(204);
    const bot = view(ids[2]).replace("Mozilla/5.0 Firefox/140.0", "Googlebot/2.1");
    expect(read(await talk(bot)).status).toBe(204);
    expect(await stored(ids[0])).toMatchObject({
      consent: "analytics",
      time_zone: "Europe/Berlin",
      is_bot: 0,
    });
    expect(await stored(ids[1])).toMatchObject({ consent: "none", time_zone: "", ip: "" });
    expect(await stored(ids[2])).toMatchObject({ is_bot: 1 });
  });

  it("is taken on site hosts only", async () => {
    const elsewhere = view("01JV1S1T000000000000000004").replace(host, "localhost:3000");
    expect(read(await talk(elsewhere)).status).toBe(404);
    expect(await stored("01JV1S1T000000000000000004")).toBeUndefined();
  });
});

describe("rough requests", () => {
  it.each([
    ["a host of nobody", "GET / HTTP/1.1\r\nhost: evil.example\r\n\r\n", 421],
    ["no host", "GET / HTTP/1.1\r\n\r\n", 400],
    ["a host that is none", "GET / HTTP/1.1\r\nhost: a b\r\n\r\n", 421],
    ["two hosts", `GET /bread HTTP/1.1\r\nhost: ${host}\r\nhost: evil.example\r\n\r\n`, 400],
    ["a head too large", ask("/bread", [`x: ${"y".repeat(20_000)}`]), 431],
    ["an address too long", ask(`/${"a".repeat(3000)}`), 404],
    ["a way up", ask("/a/../bread"), 404],
    ["a hidden way up", ask("/%2e%2e/bread"), 404],
    ["a way up with a hidden slash", ask("/a/..%2fbread"), 404],
    ["a way up with a hidden dot and slash", ask("/a/%2e%2e%2Fbread"), 404],
    ["a hidden slash in front", ask("/%2fbread"), 404],
    ["a way up hidden twice", ask("/a/%252e%252e/bread"), 404],
    ["a way up in overlong UTF-8", ask("/a/%c0%ae%c0%ae/bread"), 400],
    ["half a letter", ask("/bread%e2%82"), 400],
    ["half an escape", ask("/bread%4"), 400],
    ["a surrogate", ask("/%ed%a0%80"), 400],
    ["a backslash", ask("/a\\..\\bread"), 404],
    ["a hidden backslash", ask("/a%5c..%5cbread"), 404],
    ["two slashes", ask("//bread"), 404],
    ["another site as an address", ask("//evil.example/bread"), 404],
    ["a semicolon", ask("/bread;x=1"), 404],
    ["a zero byte in the address", ask("/bread%00"), 400],
    ["a line break in the address", ask("/bread%0d%0aset-cookie:%20a=b"), 400],
    ["a letter beyond ASCII", ask("/bre\u00e4d"), 400],
    ["a line break for a space", ask("/bread HTTP/1.1\r\nx: y\r\n\r\nGET /"), 400],
    ["two kinds of length", ask("/v", ["content-length: 4", "transfer-encoding: chunked"], "POST"), 400],
    ["two lengths", ask("/v", ["content-length: 4", "content-length: 5"], "POST"), 400],
    ["a length that is none", ask("/v", ["content-length: 0x4"], "POST"), 400],
    ["two lengths that agree", ask("/v", ["content-length: 4", "content-length: 4"], "POST"), 400],
    ["a list of lengths", ask("/v", ["content-length: 4, 4"], "POST"), 400],
    ["a signed length", ask("/v", ["content-length: +4"], "POST"), 400],
    ["a negative length", ask("/v", ["content-length: -4"], "POST"), 400],
    ["a length with a space in it", ask("/v", ["content-length: 4 4"], "POST"), 400],
    ["a length beyond all numbers", ask("/v", ["content-length: 99999999999999999999"], "POST"), 400],
    ["a space before the colon of a length", ask("/v", ["content-length : 4"], "POST"), 400],
    ["chunked and a length", ask("/v", ["transfer-encoding: chunked", "content-length: 4"], "POST"), 400],
    ["an encoding that is not chunked", ask("/v", ["transfer-encoding: xchunked"], "POST"), 400],
    ["chunked before another encoding", ask("/v", ["transfer-encoding: chunked, identity"], "POST"), 400],
    ["chunked twice", ask("/v", ["transfer-encoding: chunked", "transfer-encoding: identity"], "POST"), 400],
    ["a folded encoding", ask("/v", ["transfer-encoding:", " chunked"], "POST"), 400],
    ["a chunk whose size is none", chunked("0x4\r\nabcd"), 400],
    ["a chunk with a signed size", chunked("+4\r\nabcd"), 400],
    ["a chunk longer than it says", chunked("3\r\nabcd"), 400],
    ["a chunk beyond all numbers", chunked("fffffffffffffffff\r\nabcd"), 400],
    ["chunks with endless extensions", chunked(`4;x=${"y".repeat(20_000)}\r\nabcd`), 400],
    ["line feeds alone", `GET /bread HTTP/1.1\nhost: ${host}\n\n`, 400],
    ["a line feed alone between headers", ask("/bread", ["x: a\ny: b"]), 400],
    ["a carriage return alone", `GET /bread HTTP/1.1\rhost: ${host}\r\n\r\n`, 400],
    ["a zero byte in a header", ask("/bread", ["x: a\u0000b"]), 400],
    ["a line that is folded", ask("/bread", ["x: a", " b"]), 400],
    ["a header without a name", ask("/bread", [": x"]), 400],
    ["a method of nobody", ask("/bread", [], "BREAD"), 400],
    ["a version of nobody", `GET /bread HTTP/9.9\r\nhost: ${host}\r\n\r\n`, 400],
    ["noise", "\u0016\u0003\u0001\u0002\r\n\r\n", 400],
  ])("get a clear answer: %s", async (_name, bytes, status) => {
    const heard = read(await talk(bytes));
    expect(heard.status).toBe(status);
  });

  it("may name the whole address, as proxies do, and no other host by it", async () => {
    const whole = (named: string) => talk(`GET http://${named}/bread?a=1 HTTP/1.1\r\nhost: ${host}\r\n\r\n`);
    expect(read(await whole(host)).body).toContain("Rye and spelt");
    expect(read(await whole("elsewhere.localhost:3000")).status).toBe(400);
  });

  it("cannot smuggle a second request in a body", async () => {
    const inside = ask("/bread");
    const heard = await talk([ask("/v", [`content-length: ${inside.length}`], "POST"), inside]);
    expect(heard.match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(read(heard).status).toBe(400);
  });

  it("of hundreds who never finish asking keep nobody else waiting", async () => {
    const { port } = test().app.server.address() as AddressInfo;
    const slow = Array.from({ length: 400 }, (_, n) => {
      const socket = connect(port, "127.0.0.1", () => {
        socket.write(
          n % 2 === 0 ? "GET /bread HT" : `POST /v HTTP/1.1\r\nhost: ${host}\r\ncontent-length: 9\r\n\r\n{`,
        );
      });
      return socket.on("error", () => {});
    });
    const allOpen = () => slow.every(({ readyState }) => readyState === "open");
    await vi.waitFor(() => expect(allOpen()).toBe(true), { timeout: 20_000 });
    expect(read(await talk(ask("/bread"))).status).toBe(200);
    expect(allOpen()).toBe(true);
    for (const socket of slow) socket.destroy();
  });

  it("for a thousand names that nobody has cost one look each, and leave known sites in memory", async () => {
    const { app, deps } = test();
    const askAll = async () => {
      const statuses = new Set<number>();
      for (let from = 0; from < 1000; from += 50) {
        const names = Array.from({ length: 50 }, (_, n) => `nobody-${from + n}.localhost:3000`);
        const answers = await Promise.all(
          names.map((name) => app.inject({ url: "/x", headers: { host: name } })),
        );
        for (const { statusCode } of answers) statuses.add(statusCode);
      }
      return [...statuses];
    };
    expect(await askAll()).toEqual([404]);
    const looks = vi.spyOn(deps.db, "selectFrom");
    expect(await askAll()).toEqual([404]);
    expect(read(await talk(ask("/bread"))).status).toBe(200);
    const tables = looks.mock.calls.map(([table]) => String(table));
    looks.mockRestore();
    expect(tables.filter((table) => table !== "edge_changes")).toEqual([]);
  });
});
