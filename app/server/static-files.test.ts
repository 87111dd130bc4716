import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { brotliCompressSync, gzipSync } from "node:zlib";
import Fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readConfig } from "~/config.server";
import { registerStaticFiles } from "./static-files.server";
import { createSurfaces, surfaceConstraint } from "./surfaces.server";

const script = `document.title = "${"x".repeat(400)}";`;
let folder = "";
let app: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "foyer-static-"));
  const own = path.join(folder, "_foyer");
  mkdirSync(path.join(own, "fonts"), { recursive: true });
  writeFileSync(path.join(own, "fonts/inter-basic-0a1b2c3d.woff2"), "letters");
  writeFileSync(path.join(own, "form.js"), script);
  writeFileSync(path.join(own, "form.js.br"), brotliCompressSync(script));
  writeFileSync(path.join(own, "form.js.gz"), gzipSync(script));
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "assets/editor-0a1b2c3d.js"), script);
  writeFileSync(path.join(folder, "assets/editor-0a1b2c3d.js.br"), brotliCompressSync(script));
  const surfaces = createSurfaces(readConfig({}, folder));
  app = Fastify({ routerOptions: { constraints: { surface: surfaceConstraint(surfaces) as never } } });
  await registerStaticFiles(app, folder, surfaces);
});
afterAll(async () => {
  await app?.close();
  rmSync(folder, { recursive: true, force: true });
});

const ask = (encoding: string, method: "GET" | "HEAD" = "GET") =>
  app.inject({
    method,
    url: "/_foyer/form.js",
    headers: { host: "demo.localhost:3000", "accept-encoding": encoding },
  });

describe("scripts of pages", () => {
  it("come in the encoding that is asked for, and no cache in between hands on another one", async () => {
    for (const [asked, sent] of [
      ["br, gzip", "br"],
      ["gzip", "gzip"],
      ["", undefined],
    ] as const) {
      const { statusCode, headers } = await ask(asked);
      expect([
        statusCode,
        headers["content-encoding"],
        headers.vary,
        headers["x-content-type-options"],
      ]).toEqual([200, sent, "accept-encoding", "nosniff"]);
    }
    expect((await ask("", "HEAD")).headers.vary).toBe("accept-encoding");
  });
});

describe("what screens of the product load", () => {
  it("comes packed and stays for a year, since its name stands for its bytes", async () => {
    for (const [asked, sent] of [
      ["gzip, br", "br"],
      ["gzip", undefined],
    ] as const) {
      const { statusCode, headers } = await app.inject({
        url: "/assets/editor-0a1b2c3d.js",
        headers: { host: "localhost:3000", "accept-encoding": asked },
      });
      expect([statusCode, headers["content-encoding"], headers.vary]).toEqual([200, sent, "accept-encoding"]);
      expect(headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    }
  });
});

describe("files that public pages load", () => {
  it.each([
    ["/_foyer/fonts/inter-basic-0a1b2c3d.woff2", "public, max-age=31536000, immutable"],
    ["/_foyer/form.js", "public, max-age=3600"],
  ])("%s is kept by browsers as long as its name stands for its bytes", async (url, kept) => {
    const host = "demo.localhost:3000";
    const { statusCode, headers } = await app.inject({ url, headers: { host } });
    expect([statusCode, headers["cache-control"]]).toEqual([200, kept]);
    const again = { host, "if-none-match": String(headers.etag) };
    expect((await app.inject({ url, headers: again })).statusCode).toBe(304);
  });
});
