import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Browser, openBrowser } from "./browser";
import { type DemoInstance, signIn, startDemoInstance } from "./demo";

describe("the product over a slow line", () => {
  let instance: DemoInstance;
  let browser: Browser;
  beforeAll(async () => {
    instance = await startDemoInstance();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await instance?.close();
  });

  /** Kilobytes that came over the line until the network was quiet. */
  async function weigh(path: string): Promise<number> {
    const { page } = browser;
    const session = await page.context().newCDPSession(page);
    await session.send("Network.enable");
    await session.send("Network.clearBrowserCache");
    let bytes = 0;
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${instance.server.origin}${path}`, { waitUntil: "networkidle" });
    await session.detach();
    return bytes / 1024;
  }

  it("comes packed: the door to it, and the editor with all it needs", async () => {
    expect(await weigh("/sign-in")).toBeLessThan(260);
    await signIn(browser.page, instance.server.origin, instance.demo);
    const { data } = await instance.call<{ data: { id: string }[] }>("GET", "/pages");
    expect(await weigh(`/w/demo/pages/${data[0]?.id}/edit`)).toBeLessThan(600);
  });

  it("comes plain to whoever reads nothing packed, and takes nothing packed", async () => {
    const { origin } = instance.server;
    const plain = await fetch(`${origin}/sign-in`, { headers: { "accept-encoding": "identity" } });
    expect([plain.headers.get("content-encoding"), await plain.text()]).toEqual([
      null,
      expect.stringContaining("</html>"),
    ]);
    const packed = await fetch(`${origin}/sign-in`, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "content-encoding": "gzip",
        origin,
      },
      body: gzipSync(`email=${instance.demo.email}&password=${instance.demo.password}`),
      redirect: "manual",
    });
    expect(packed.status).toBeGreaterThanOrEqual(400);
    expect(packed.headers.get("set-cookie") ?? "").not.toMatch(/session=\w/);
  });
});
