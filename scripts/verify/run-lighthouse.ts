import { spawn } from "node:child_process";
import path from "node:path";

export interface LighthouseResult {
  scores: Record<"performance" | "accessibility" | "best-practices" | "seo", number>;
  lcpMs: number;
  cls: number;
  bytes: number;
  /** Lighthouse's benchmark index of the machine at that moment. */
  machine: number;
  /** Audits that cost points. */
  lost: string[];
}

interface Report {
  environment: { benchmarkIndex: number };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; numericValue?: number; title: string }>;
}

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

/** A frame is drawn when its parts are done. Without a screen the browser otherwise misses its own deadline now and then, and draws a whole second later. */
const wholeFrames = "--run-all-compositor-stages-before-draw";

/**
 * One run on Lighthouse's simulated slow phone. Chromium on a machine without a screen now and then draws no frame at all;
 * then it is run again, and a page that paints nothing fails each time.
 */
export async function runLighthouse(folder: string, url: string, tries = 3): Promise<LighthouseResult> {
  try {
    return await runOnce(folder, url);
  } catch (error) {
    if (tries <= 1 || !(error as Error).message.includes("NO_FCP")) throw error;
    return runLighthouse(folder, url, tries - 1);
  }
}

async function runOnce(folder: string, url: string): Promise<LighthouseResult> {
  const cli = path.join(folder, "node_modules/lighthouse/cli/index.js");
  const flags = `--headless=new --no-sandbox --disable-dev-shm-usage ${wholeFrames}`;
  const args = [
    cli,
    url,
    "--quiet",
    `--chrome-flags=${flags}`,
    "--output=json",
    "--disable-full-page-screenshot",
    `--only-categories=${categories.join(",")}`,
  ];
  const child = spawn(process.execPath, args, {
    env: { ...process.env, CHROME_PATH: process.env.CHROME_PATH ?? "/usr/bin/chromium" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let problem = "";
  child.stdout.on("data", (chunk: Buffer) => {
    out += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    problem += chunk.toString();
  });
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  if (status !== 0) throw new Error(`Lighthouse ended with ${status}: ${problem.slice(-600)}`);
  const report = JSON.parse(out) as Report;
  const scores = Object.fromEntries(
    categories.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)]),
  ) as LighthouseResult["scores"];
  const lost = categories.flatMap((name) =>
    (report.categories[name]?.auditRefs ?? [])
      .filter(({ id, weight }) => weight > 0 && (report.audits[id]?.score ?? 1) < 0.995)
      .map(({ id }) => `${id}: ${report.audits[id]?.title ?? ""}`),
  );
  const value = (id: string) => report.audits[id]?.numericValue ?? 0;
  return {
    scores,
    lcpMs: Math.round(value("largest-contentful-paint")),
    cls: value("cumulative-layout-shift"),
    bytes: Math.round(value("total-byte-weight")),
    machine: Math.round(report.environment.benchmarkIndex),
    lost,
  };
}
