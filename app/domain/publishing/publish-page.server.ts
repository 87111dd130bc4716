import type { PageDocument } from "~builder/document/page-document";
import { isBlocked } from "../acceptable-use/finding";
import { recordFindings } from "../acceptable-use/record-findings.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { getPage } from "../pages/get-page.server";
import type { Page } from "../pages/page";
import { findSiteById } from "../sites/find-site.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { freezeVersion } from "./freeze-version.server";
import { judgePublication } from "./judge-publication.server";
import { publicDocument } from "./public-document.server";
import type { PublishedResult } from "./publication";
import { gatherParts } from "./render-version.server";
import { requireMayPublish } from "./require-may-publish";

export interface PublishInput {
  workspaceId: string;
  pageId: string;
  /** The revision that was looked at; refused when another save came since. */
  revision?: number;
}

/** Makes the page as saved public, or says what stands against it. */
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
  const document = await publicDocument(deps.db, page.workspaceId, page.document);
  return publishDocument(deps, actor, page, document, page.revision);
}

/** `revision` 0 says that the document is another one than the page as saved. */
export async function publishDocument(
  deps: Deps,
  actor: Actor,
  page: Page,
  document: PageDocument,
  revision: number,
): Promise<PublishedResult> {
  const workspaceId = page.workspaceId;
  if (page.state === "removed") {
    throw new DomainError("gone", "page_removed", "This page was removed. Restore it before publishing.");
  }
  const workspace = await getWorkspace(deps.db, workspaceId);
  requireMayPublish(workspace);
  const site = await findSiteById(deps, workspaceId, page.siteId);
  if (!site) throw new DomainError("not_found", "site_not_found", "There is no such site.");

  const findings = judgePublication(workspace, page.language, document);
  if (isBlocked(findings)) {
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
    throw new DomainError("invalid", "page_refused", `Not published. ${first?.message ?? ""}`.trim(), {
      data: { findings },
    });
  }
  const parts = await gatherParts(deps, { workspace, site, settings: page, document });
  return freezeVersion(deps, actor, { page, parts, revision, findings });
}
