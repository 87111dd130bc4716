import { type AddressInfo, connect } from "node:net";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { createPage } from "~/domain/pages/create-page.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { makeTestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";

const app = useTestApp({ TRUSTED_PROXIES: "127.0.0.1/32" });
let host = "";
let action = "";
let token = "";
let addresses = 0;

/** What comes back on one connection: so many answers, and whatever follows within a moment. */
function talk(parts: string[], answers = 1): Promise<string> {
  const { port } = app().app.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    let heard = "";
    const socket = connect(port, "127.0.0.1");
    let quiet = setTimeout(() => socket.destroy(), 10_000);
    socket.on("data", (chunk) => {
      heard += chunk.toString("utf8");
      if (heard.split("HTTP/1.1 ").length - 1 < answers) return;
      clearTimeout(quiet);
      quiet = setTimeout(() => socket.destroy(), 120);
    });
    socket.on("close", () => resolve(heard));
    socket.on("error", reject);
    void (async () => {
      for (const part of parts) {
        socket.write(part);
        await new Promise((done) => setTimeout(done, 15));
      }
    })();
  });
}

/** Without what differs from one time to the next. */
function comparable(answer: string) {
  const [head = "", ...body] = answer.split("\r\n\r\n");
  const [first, ...lines] = head.split("\r\n");
  const headers = lines
    .map((line) => line.replace(/^[^:]+/, (name) => name.toLowerCase()))
    .filter((line) => !/^(?:date|connection|keep-alive|content-type: text\/plain)/.test(line))
    .sort();
  return { first, headers, body: body.join("\r\n\r\n").replace(/[0-9A-HJKMNP-TV-Z]{26}/gi, "ID") };
}

function request(body: string, headers: Record<string, string>, url = action): [string, string] {
  addresses += 1;
  const lines = Object.entries({
    host,
    "content-type": "application/x-www-form-urlencoded",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "x-forwarded-for": `198.51.100.${addresses}`,
    "content-length": String(Buffer.byteLength(body)),
    ...headers,
  }).map(([name, value]) => `${name}: ${value}\r\n`);
  return [`POST ${url} HTTP/1.1\r\n${lines.join("")}\r\n`, body];
}

const urlencoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
const stored = async (email: string) => {
  const rows = await app()
    .deps.db.selectFrom("leads")
    .select("name")
    .where("email_key", "=", email)
    .execute();
  return rows.map((row) => row.name);
};

beforeAll(async () => {
  const { deps, app: server } = app();
  const site = await makeTestSite(deps);
  host = `${site.site.slug}.localhost`;
  const page = await createPage(deps, site.owner, {
    siteId: site.site.id,
    path: "/join",
    title: "Join",
    html: '<form><label>Name <input name="name" required></label><label>E-mail <input type="email" name="email"></label><button>Join</button></form>',
  });
  await publishPage(deps, site.owner, { workspaceId: site.workspaceId, pageId: page.id });
  const served = await server.inject({ url: "/join", headers: { host } });
  action = /action="(\/f\/[^"]+)"/.exec(served.body)?.[1] ?? "";
  token = /name="_t"[^>]* value="([^"]+)"/.exec(served.body)?.[1] ?? "";
  await server.listen({ host: "127.0.0.1", port: 0 });
});

describe("a form that comes in one piece, below the router", () => {
  const json = { accept: "application/json" };
  it.each<[string, (email: string) => [string, string]]>([
    ["a person's entry", (email) => request(urlencoded({ _t: token, name: "Ada", email }), {})],
    ["a program's entry", (email) => request(urlencoded({ _t: token, name: "Ada", email }), json)],
    [
      "an entry as JSON",
      (email) =>
        request(JSON.stringify({ _t: token, name: "Zoë 🥐", email }), { "content-type": "application/json" }),
    ],
    ["a mistake, said on a page", () => request(urlencoded({ _t: token, name: "", email: "no" }), {})],
    ["a mistake, said to a program", () => request(urlencoded({ _t: token, email: "no" }), json)],
    ["a form that is not there", () => request("name=A", {}, `/f/${"0".repeat(26)}-${"0".repeat(26)}`)],
    ["an address that is none", () => request("name=A", json, "/f/nothing")],
    ["a body that is not UTF-8", () => request("name=%ff", {})],
    ["a body that is no object", () => request("[1", { "content-type": "application/json" })],
    ["a body of a kind that is not read", () => request("name=A", { "content-type": "text/plain" })],
    ["nothing at all", () => request("", {})],
  ])("is answered as by the router: %s", async (what, make) => {
    const slug = what.replace(/\W/g, "");
    const quick = comparable(await talk([make(`${slug}1@example.org`).join("")]));
    const routed = comparable(await talk(make(`${slug}2@example.org`)));
    expect(quick).toEqual(routed);
    expect(quick.first).toMatch(/^HTTP\/1\.1 (?:303|201|422|404|400|415) /);
    expect(await stored(`${slug}1@example.org`)).toEqual(await stored(`${slug}2@example.org`));
  });

  it("hears a body that is too large to its end, so that a browser gets the answer and not a broken connection", async () => {
    const [head] = request("", { "content-length": "3000008" });
    const sent = [head, "message=", ...Array.from({ length: 30 }, () => "x".repeat(100_000))];
    const { port } = app().app.server.address() as AddressInfo;
    const heard = await new Promise<string>((resolve, reject) => {
      let text = "";
      let written = 0;
      const socket = connect(port, "127.0.0.1");
      socket.on("data", (chunk) => {
        text += chunk.toString("utf8");
        if (written < sent.length) reject(new Error("answered while the browser was still sending"));
      });
      socket.on("error", reject).on("close", () => resolve(text));
      const write = () => {
        const next = sent[written];
        if (next === undefined) return setTimeout(() => socket.end(), 300);
        written += 1;
        return socket.write(next, () => setTimeout(write, 2));
      };
      write();
    });
    expect(heard).toMatch(/^HTTP\/1\.1 413 /);
    expect(heard.replaceAll("\u00a0", " ")).toContain("at most 64 kB");
  });

  it("is stored before the answer, each of many on one connection", async () => {
    const entry = (n: number) =>
      request(urlencoded({ _t: token, name: `N${n}`, email: `many${n}@example.org` }), {});
    const heard = await talk(
      [1, 2, 3].map((n) => entry(n).join("")),
      3,
    );
    expect(heard.match(/HTTP\/1\.1 303/g)).toHaveLength(3);
    expect(await Promise.all([1, 2, 3].map((n) => stored(`many${n}@example.org`)))).toEqual([
      ["N1"],
      ["N2"],
      ["N3"],
    ]);
  });

  it("is answered too where the next ones came while it was being stored", async () => {
    const entry = (n: number) =>
      request(urlencoded({ _t: token, name: `M${n}`, email: `more${n}@example.org` }), {}).join("");
    const heard = await talk([entry(1) + entry(2) + entry(3)], 3);
    expect(heard.match(/HTTP\/1\.1 303/g)).toHaveLength(3);
    const next = await talk([entry(4), entry(5) + entry(6)], 3);
    expect(next.match(/HTTP\/1\.1 303/g)).toHaveLength(3);
  });

  it("leads nowhere else for a line break in what it says", async () => {
    const [head, body] = request(
      urlencoded({ _t: token, name: "A\r\nlocation: https://evil.example", email: "crlf@example.org" }),
      {},
    );
    const answer = comparable(await talk([head + body]));
    expect(answer.headers.filter((line) => line.startsWith("location:"))).toHaveLength(1);
    expect(answer.headers.join()).not.toContain("evil.example");
  });

  it("says in the visitor's words that it could not be stored, and takes it once it can", async () => {
    const { db, config } = app().deps;
    const german = { "accept-language": "de" };
    const send = () => request(urlencoded({ _t: token, name: "Ada", email: "later@example.org" }), german);
    await sql`alter table submissions rename to submissions_away`.execute(db);
    const refused: string[] = [];
    try {
      refused.push(await talk([send().join("")]), await talk(send()));
    } finally {
      await sql`alter table submissions_away rename to submissions`.execute(db);
    }
    for (const answer of refused) {
      // A server whose database lacks a table waits for its operator to migrate; an embedded one is never behind.
      expect(answer).toMatch(config.database.embedded ? /^HTTP\/1\.1 500 / : /^HTTP\/1\.1 503 /);
      expect(answer).toMatch(/content-type: text\/html/i);
      expect(answer).toContain('<html lang="de"');
      expect(answer).toContain("Es wurde nichts gespeichert");
      if (config.database.embedded) expect(answer).toContain("Bei uns ist etwas schiefgegangen");
    }
    expect(await stored("later@example.org")).toEqual([]);
    expect(await talk([send().join("")])).toMatch(/^HTTP\/1\.1 303 /);
    expect(await stored("later@example.org")).toEqual(["Ada"]);
  });
});
