import type { PageDocument } from "~builder/document/page-document";
import type { Executor } from "~db/schema/executor";
import { type Finding, isBlocked, sortFindings } from "../acceptable-use/finding";
import { recordFindings } from "../acceptable-use/record-findings.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import type { Experiment } from "../experiments/experiment";
import { findRunningExperiment } from "../experiments/get-experiment.server";
import { getPage } from "../pages/get-page.server";
import type { Page } from "../pages/page";
import { findSiteById } from "../sites/find-site.server";
import { findQuotations } from "../testimonials/find-quotations.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { findNextDrafts } from "./find-next-drafts.server";
import { type Frozen, freezeVersion } from "./freeze-version.server";
import { gatherVariants } from "./gather-variants.server";
import { judgePublication } from "./judge-publication.server";
import { judgeQuotations } from "./judge-quotations";
import { publicDocument } from "./public-document.server";
import type { PublishedResult } from "./publication";
import { gatherParts } from "./render-version.server";
import { requireMayPublish } from "./require-may-publish";
import { requireSiteHost } from "./require-site-host.server";

export interface PublishInput {
  workspaceId: string;
  pageId: string;
  /** The revision that was looked at; refused when another save came since. */
  revision?: number;
}

/**
 * Makes the page as saved public, or says what stands against it. A variant goes public with its page, and so does a
 * page after sending that has never been public: otherwise its form would lead nowhere.
 */
export async function publishPage(deps: Deps, actor: Actor, input: PublishInput): Promise<PublishedResult> {
  const page = await getPage(deps, input.workspaceId, input.pageId);
  if (input.revision !== undefined && input.revision !== page.revision) {
    throw new DomainError(
      "conflict",
      "page_changed",
      "Someone else saved this page in the meantime. Look at it before you publish.",
      { data: { revision: page.revision } },
    );
  }
  const shown = (one: Page) => publicDocument(deps.db, one.workspaceId, one.document);
  if (!page.variantOf) return publishWithNext(deps, actor, page, await shown(page));
  const whole = await getPage(deps, input.workspaceId, page.variantOf);
  if (!(await findRunningExperiment(deps.db, input.workspaceId, whole.id))) {
    throw new DomainError(
      "conflict",
      "experiment_not_running",
      "This is a variant of another page. It goes public when its experiment is started.",
    );
  }
  return publishWithNext(deps, actor, whole, await shown(whole));
}

/** The page as saved, `document` being what visitors may see of it. */
export async function publishWithNext(
  deps: Deps,
  actor: Actor,
  page: Page,
  document: PageDocument,
  options: Omit<PublishOptions, "next"> = {},
): Promise<PublishedResult> {
  const next = await findNextDrafts(deps, page, document);
  return publishDocument(deps, actor, page, document, page.revision, { ...options, next });
}

export interface PublishOptions {
  /** Instead of the experiment that runs; null for none. */
  experiment?: Experiment | null;
  within?: (tx: Executor) => Promise<void>;
  /** Pages that go public in the same act. */
  next?: readonly Page[];
}

/** `revision` 0 says that the document is another one than the page as saved. */
export async function publishDocument(
  deps: Deps,
  actor: Actor,
  page: Page,
  document: PageDocument,
  revision: number,
  { experiment, within, next = [] }: PublishOptions = {},
): Promise<PublishedResult> {
  const workspaceId = page.workspaceId;
  if (page.state === "removed") {
    throw new DomainError("gone", "page_removed", "This page was removed. Restore it before publishing.");
  }
  const workspace = await getWorkspace(deps.db, workspaceId);
  requireMayPublish(workspace);
  const site = await findSiteById(deps, workspaceId, page.siteId);
  if (!site) throw new DomainError("not_found", "site_not_found", "There is no such site.");
  requireSiteHost(site, "publish");

  const judge = async (language: string, judged: PageDocument, name?: string, of: Page = page) => {
    const quotations = await findQuotations(deps.db, workspaceId, judged);
    const quoted = judgeQuotations(quotations, { document: judged, siteId: site.id, language });
    const all = [...judgePublication(workspace, language, judged), ...quoted.map(({ finding }) => finding)];
    return judgeOrRefuse(deps, actor, of, sortFindings(all), name);
  };
  const findings = await judge(page.language, document);
  const running =
    experiment === undefined ? await findRunningExperiment(deps.db, workspaceId, page.id) : experiment;
  const varied = running ? await gatherVariants(deps, running, { workspace, site, page }) : undefined;
  for (const { variant, parts } of varied?.challengers ?? [])
    findings.push(...(await judge(parts.settings.language, parts.document, variant.name)));
  const parts = await gatherParts(deps, { workspace, site, settings: page, document });
  const alongside: Frozen[] = [];
  for (const one of next) {
    const own = await publicDocument(deps.db, workspaceId, one.document);
    const found = await judge(one.language, own, `Its page after sending, “${one.title}”`, one);
    alongside.push({
      page: one,
      parts: await gatherParts(deps, { workspace, site, settings: one, document: own }),
      revision: one.revision,
      findings: found,
    });
  }
  return freezeVersion(deps, actor, { page, parts, revision, findings, varied, within }, alongside);
}

/** What was found; when it forbids publishing that is kept as proof and said. */
async function judgeOrRefuse(
  deps: Deps,
  actor: Actor,
  page: Page,
  findings: Finding[],
  name?: string,
): Promise<Finding[]> {
  if (!isBlocked(findings)) return findings;
  const workspaceId = page.workspaceId;
  await deps.transact(async (tx) => {
    const subject = { subjectKind: "page", subjectId: page.id } as const;
    await recordFindings(deps, tx, { workspaceId, ...subject, findings });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:refused",
      targetKind: "page",
      targetId: page.id,
      detail: { rules: findings.map(({ rule }) => rule) },
    });
  });
  const first = findings.find(({ severity }) => severity === "block");
  const where = name ? ` ${name}:` : "";
  throw new DomainError("invalid", "page_refused", `Not published.${where} ${first?.message ?? ""}`.trim(), {
    data: { findings },
  });
}
