import type { Tx } from "~db/schema/executor";
import { isBlocked } from "../acceptable-use/finding";
import { judgePage } from "../acceptable-use/judge-page";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { selectDomains } from "./domain-queries.server";
import { getSite } from "./find-site.server";
import { deleteRedirect, insertRedirect, selectRedirects } from "./redirect-queries.server";
import {
  findLoop,
  maxRedirects,
  type Redirect,
  readSource,
  readTarget,
  type SiteRedirect,
} from "./site-redirect";

export interface GivenRedirect {
  source: string;
  target: string;
  scope?: string;
  status?: string | number;
}

export type JudgedRedirect =
  | { ok: true; redirect: Redirect }
  | { ok: false; field: "source" | "target" | "status" | "scope"; message: string };

const judgeTarget = (target: string): string | undefined => {
  if (target.startsWith("/")) return undefined;
  const findings = judgePage({ forms: [], texts: [], links: [{ href: target }], language: "en" });
  return isBlocked(findings) ? findings.find(({ severity }) => severity === "block")?.message : undefined;
};

/** A rule as it will be kept, or what is wrong with it. */
export function judgeRedirect(given: GivenRedirect, ownHosts: readonly string[]): JudgedRedirect {
  const source = readSource(given.source);
  if (!source.ok) return { ok: false, field: "source", message: source.message };
  const target = readTarget(given.target, ownHosts);
  if (!target.ok) return { ok: false, field: "target", message: target.message };
  const scope = given.scope || "exact";
  if (scope !== "exact" && scope !== "prefix") {
    return { ok: false, field: "scope", message: "Say exact or prefix." };
  }
  const status = Number(given.status || 301);
  if (status !== 301 && status !== 302) {
    return { ok: false, field: "status", message: "Say 301 (for good) or 302 (for now)." };
  }
  const against = judgeTarget(target.value);
  if (against) return { ok: false, field: "target", message: against };
  return { ok: true, redirect: { scope, source: source.value, target: target.value, status } };
}

/** Hosts under which the site itself answers. */
export async function ownHostsOf(
  deps: Deps,
  tx: Tx,
  site: { workspaceId: string; id: string; slug: string },
): Promise<string[]> {
  const domains = await selectDomains(tx, site.workspaceId, site.id);
  return [`${site.slug}.${deps.config.origins.pagesDomain}`, ...domains.map(({ domain }) => domain)];
}

/** Keeps rules in the caller's transaction; a rule for the same path takes the place of the one before. */
export async function putRedirects(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  at: { workspaceId: string; siteId: string },
  added: readonly Redirect[],
): Promise<SiteRedirect[]> {
  const known = await selectRedirects(tx, at.workspaceId, at.siteId);
  const key = ({ scope, source }: Redirect) => `${scope} ${source}`;
  const next = new Map<string, Redirect>(known.map((each) => [key(each), each]));
  for (const redirect of added) next.set(key(redirect), redirect);
  if (next.size > maxRedirects) {
    throw new DomainError("limit", "too_many_redirects", `A site has at most ${maxRedirects} redirects.`);
  }
  const loop = findLoop([...next.values()]);
  if (loop) {
    const message = `Visitors of ${loop.source} would go round in a circle.`;
    throw new DomainError("conflict", "redirect_loop", message, { fields: { target: message } });
  }
  const replaced = new Set(added.map(key));
  for (const each of known.filter((one) => replaced.has(key(one)))) {
    await deleteRedirect(tx, at.workspaceId, at.siteId, each.id);
  }
  const now = deps.clock.now();
  const rows = [...new Map(added.map((each) => [key(each), each])).values()].map(
    (redirect): SiteRedirect => ({ ...redirect, ...at, id: deps.ids.next(), createdAt: now }),
  );
  for (const row of rows) await insertRedirect(tx, row);
  await recordAudit(deps, tx, {
    workspaceId: at.workspaceId,
    actor,
    action: "redirect:add",
    targetKind: "site",
    targetId: at.siteId,
    detail: { sources: added.slice(0, 50).map(({ source }) => source), count: added.length },
  });
  await announceEdgeChange(deps, tx, { kind: "site", workspaceId: at.workspaceId, ref: at.siteId });
  return rows;
}

/** Adds one rule. */
export async function addRedirect(
  deps: Deps,
  actor: Actor,
  input: { workspaceId: string; siteId: string } & GivenRedirect,
): Promise<SiteRedirect> {
  const { workspaceId, siteId, ...given } = input;
  return deps.transact(async (tx) => {
    const site = await getSite(tx, workspaceId, siteId);
    const judged = judgeRedirect(given, await ownHostsOf(deps, tx, site));
    if (!judged.ok) {
      throw new DomainError("invalid", "redirect_refused", judged.message, {
        fields: { [judged.field]: judged.message },
      });
    }
    const [row] = await putRedirects(deps, tx, actor, { workspaceId, siteId }, [judged.redirect]);
    if (!row) throw new Error("A redirect was not kept");
    return row;
  });
}
