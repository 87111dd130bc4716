import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { type BrowserContext, type Browser as Chromium, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { sourceRoot } from "../db/test-deps";

const flags = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--host-resolver-rules=MAP *.localhost 127.0.0.1",
];

const executable = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((file) =>
  existsSync(file),
);

export interface Browser {
  context: BrowserContext;
  page: Page;
  close(): Promise<void>;
}

export interface BrowserOptions {
  javaScriptEnabled?: boolean;
  width?: number;
  height?: number;
  colorScheme?: "light" | "dark";
  locale?: string;
  extraHTTPHeaders?: Record<string, string>;
}

let running: Promise<Chromium> | undefined;

/** One Chromium for all test files of a worker; it ends with the worker. */
async function chromiumOfWorker(): Promise<Chromium> {
  if (running && !(await running).isConnected()) running = undefined;
  running ??= chromium.launch({ executablePath: executable, headless: true, args: flags, timeout: 60_000 });
  return running;
}

/** A profile of its own, in which nobody was anywhere yet. */
export async function openBrowser(options: BrowserOptions = {}): Promise<Browser> {
  const chromium = await chromiumOfWorker();
  const context = await chromium.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    javaScriptEnabled: options.javaScriptEnabled ?? true,
    colorScheme: options.colorScheme ?? "light",
    locale: options.locale ?? "en",
    extraHTTPHeaders: options.extraHTTPHeaders,
  });
  context.setDefaultTimeout(20_000);
  return { context, page: await context.newPage(), close: () => context.close() };
}

/** Until the scripts of a hosted page are at work: they come after its first frame. */
export async function scriptsOf(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const [last = ""] =
      document.querySelector("script[data-load]")?.getAttribute("data-load")?.match(/\S+$/) ?? [];
    const loaded = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return loaded.some(({ name, responseEnd }) => name.endsWith(last) && responseEnd > 0);
  });
  await page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
}

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface AxeFinding {
  id: string;
  impact: string | null;
  nodes: { html: string; failureSummary?: string }[];
}

/** Waits until nothing fades or slides any more: a colour halfway is nobody's choice. Spinners never end and are left alone. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ending = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)));
  });
}

/**
 * Fails with the findings when axe-core sees something serious or critical on the page. The weight of a finding is that
 * of its rule: rules of a lesser weight are not asked.
 */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  await settle(page);
  const findings = (await page.evaluate(`(() => {
    const module = undefined, exports = undefined, define = undefined;
    ${axe};
    const rules = {};
    for (const { id, impact } of window.axe._audit.rules)
      if (impact === "minor" || impact === "moderate") rules[id] = { enabled: false };
    return window.axe.run(document, { resultTypes: ["violations"], rules }).then((result) => result.violations);
  })()`)) as AxeFinding[];
  const serious = findings
    .filter((finding) => finding.impact === "serious" || finding.impact === "critical")
    .map((finding) => `${finding.id}: ${finding.nodes.map((node) => node.html.slice(0, 160)).join(" | ")}`);
  expect(serious, `axe-core on ${where}`).toEqual([]);
}

/** Keeps a picture below test-results/ for people to look at. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  const folder = path.join(sourceRoot, "test-results/screenshots");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
}
