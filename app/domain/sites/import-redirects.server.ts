import { readCsv } from "~/lib/csv.server";
import { CsvUnreadable } from "~/lib/csv-encoding.server";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { judgeRedirect, ownHostsOf, putRedirects } from "./add-redirect.server";
import { getSite } from "./find-site.server";
import { maxRedirects, type Redirect } from "./site-redirect";

export interface RedirectImport {
  added: number;
  refused: { line: number; message: string }[];
}

const names: Record<string, "source" | "target" | "status" | "scope"> = {
  from: "source",
  source: "source",
  old: "source",
  path: "source",
  to: "target",
  target: "target",
  destination: "target",
  new: "target",
  status: "status",
  code: "status",
  scope: "scope",
  match: "scope",
};

const unreadable = (message: string) =>
  new DomainError("invalid", "redirects_unreadable", message, { fields: { file: message } });

/**
 * Takes rules from a CSV file: from and to, with status (301, 302) and match (exact, prefix) where given; a from that
 * ends in /* is a prefix. Lines that cannot be kept are named; the others are.
 */
export async function importRedirects(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; siteId: string; file: AsyncIterable<Uint8Array> },
): Promise<RedirectImport> {
  const { workspaceId, siteId } = input;
  const lines = await readLines(input.file);
  return deps.transact(async (tx) => {
    const site = await getSite(tx, workspaceId, siteId);
    const ownHosts = await ownHostsOf(deps, tx, site);
    const refused: RedirectImport["refused"] = [];
    const redirects: Redirect[] = [];
    for (const { line, given } of lines) {
      const judged = judgeRedirect(given, ownHosts);
      if (judged.ok) redirects.push(judged.redirect);
      else refused.push({ line, message: judged.message });
    }
    if (redirects.length > 0) await putRedirects(deps, tx, actor, { workspaceId, siteId }, redirects);
    return { added: redirects.length, refused };
  });
}

interface Line {
  line: number;
  given: { source: string; target: string; status: string; scope: string };
}

async function readLines(file: AsyncIterable<Uint8Array>): Promise<Line[]> {
  const lines: Line[] = [];
  try {
    const csv = await readCsv(file);
    const columns = csv.header.map((name) => names[name.trim().toLowerCase()]);
    if (!columns.includes("source") || !columns.includes("target")) {
      throw unreadable("The first line must name the columns: from, to, and status or match where wanted.");
    }
    for await (const { line, values } of csv.rows) {
      const given = { source: "", target: "", status: "", scope: "" };
      for (const [index, name] of columns.entries()) if (name) given[name] = (values[index] ?? "").trim();
      if (!given.source && !given.target) continue;
      if (given.source.endsWith("/*")) {
        given.source = given.source.slice(0, -2) || "/";
        given.scope = "prefix";
        given.target = given.target.replace(/\/(?:\*|:splat)$/, "") || "/";
      }
      lines.push({ line, given });
      if (lines.length > maxRedirects) throw unreadable(`A file holds at most ${maxRedirects} redirects.`);
    }
  } catch (error) {
    if (error instanceof CsvUnreadable) throw unreadable("This file cannot be read as CSV.");
    throw error;
  }
  return lines;
}
