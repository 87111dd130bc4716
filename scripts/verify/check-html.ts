import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

interface VnuMessage {
  url: string;
  type: "error" | "info" | "non-document-error";
  subType?: string;
  message: string;
  extract?: string;
}

/** What the Nu HTML checker finds, warnings included; CSS is checked with it. */
export function checkHtml(
  jar: string,
  pages: { id: string; html: string }[],
): { id: string; message: string; isError: boolean }[] {
  const folder = mkdtempSync(path.join(tmpdir(), "foyer-nu-"));
  try {
    const files = pages.map(({ id, html }) => {
      const file = path.join(folder, `${id}.html`);
      writeFileSync(file, html);
      return file;
    });
    const args = ["-jar", jar, "--format", "json", "--exit-zero-always", ...files];
    const { stderr, status } = spawnSync("java", args, { encoding: "utf8", maxBuffer: 64_000_000 });
    if (status !== 0) throw new Error(`The Nu HTML checker ended with ${status}: ${stderr.slice(0, 500)}`);
    const { messages } = JSON.parse(stderr) as { messages: VnuMessage[] };
    return messages.map(({ url, type, message, extract }) => ({
      id: path.basename(url, ".html"),
      message: `${message}${extract ? ` [${extract.slice(0, 120)}]` : ""}`,
      isError: type !== "info",
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
