import { listForms } from "~builder/document/document-forms";
import type { Finding } from "../acceptable-use/finding";
import { recordFindings } from "../acceptable-use/record-findings.server";
import { type Actor, actorId } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import { noteFileUses } from "../files/note-file-uses.server";
import { formAction } from "../forms/form-address";
import { formToken } from "../forms/form-token.server";
import { syncForms } from "../forms/sync-forms.server";
import { markPageLive } from "../pages/mark-page-live.server";
import { noteLiveSections } from "../pages/note-section-uses.server";
import type { Page } from "../pages/page";
import { pageAddress } from "../sites/site-address";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { PublishedResult } from "./publication";
import {
  deletePublications,
  insertVersion,
  lastVersionNumber,
  putPublication,
  selectPublicationAt,
} from "./publication-queries.server";
import { type RenderParts, renderVersion } from "./render-version.server";
import { requireMayPublish } from "./require-may-publish";
import { visitorScript } from "./visitor-script.server";

interface Frozen {
  page: Page;
  parts: RenderParts;
  revision: number;
  findings: Finding[];
}

const heldImagesFinding = (images: readonly string[]): Finding[] =>
  images.length === 0
    ? []
    : [
        {
          rule: "remote_images_held",
          severity: "warn",
          message:
            "Pictures on other servers are shown as links, because loading them tells others of each visit.",
          evidence: images.slice(0, 5).join(", ").slice(0, 900),
          remedy: "Upload the pictures here and use those.",
        },
      ];

/** Writes version, publication and all that belongs to them in one transaction. */
export function freezeVersion(deps: Deps, actor: Actor, frozen: Frozen): Promise<PublishedResult> {
  const { page, parts } = frozen;
  const workspaceId = page.workspaceId;
  const now = deps.clock.now();
  return deps.transact(async (tx) => {
    requireMayPublish(await getWorkspace(tx, workspaceId));
    const there = await selectPublicationAt(tx, workspaceId, page.siteId, page.path);
    if (there && there !== page.id) {
      throw new DomainError(
        "conflict",
        "path_in_use",
        `Another page is live under ${page.path}. Unpublish it, or give this one another address.`,
      );
    }
    const versionId = deps.ids.next();
    const formIds = await syncForms(deps, tx, {
      workspaceId,
      pageId: page.id,
      pageVersionId: versionId,
      definitions: listForms(parts.document),
      language: page.language,
    });
    const forms = Object.fromEntries(
      Object.entries(formIds).map(([nodeKey, formId]) => [
        nodeKey,
        {
          action: formAction({ workspaceId, formId }),
          token: formToken(deps, { workspaceId, formId, pageVersionId: versionId }),
        },
      ]),
    );
    const ids = { workspaceId, pageId: page.id, pageVersionId: versionId, siteId: page.siteId };
    const script = visitorScript(deps, ids);
    const rendered = renderVersion(deps, parts, forms, { script, versionId });
    const number = (await lastVersionNumber(tx, workspaceId, page.id)) + 1;
    const document = JSON.stringify(parts.document);
    await insertVersion(tx, {
      workspace_id: workspaceId,
      id: versionId,
      page_id: page.id,
      number,
      title: page.title,
      path: page.path,
      document,
      html: rendered.html,
      csp: rendered.csp,
      etag: rendered.etag,
      published_by: actorId(actor),
      published_at: now,
    });
    await deletePublications(tx, workspaceId, page.id, page.path);
    await putPublication(tx, {
      workspace_id: workspaceId,
      site_id: page.siteId,
      path: page.path,
      page_id: page.id,
      page_version_id: versionId,
      published_at: now,
    });
    await markPageLive(tx, workspaceId, page.id, { versionId, revision: frozen.revision });
    await noteFileUses(tx, workspaceId, { kind: "version", id: versionId }, document);
    await noteLiveSections(tx, workspaceId, page.id, parts.document);
    const findings = [...frozen.findings, ...heldImagesFinding(rendered.heldImages)];
    const subject = { subjectKind: "page", subjectId: page.id } as const;
    await recordFindings(deps, tx, { workspaceId, ...subject, findings });
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: "page:publish",
      targetKind: "page",
      targetId: page.id,
      detail: { path: page.path, version: number, rules: findings.map(({ rule }) => rule) },
    });
    await recordEvent(deps, tx, workspaceId, "page.published", { pageId: page.id, versionId });
    await announceEdgeChange(deps, tx, { kind: "publication", workspaceId, ref: page.id });
    return {
      url: pageAddress(deps.urls, parts.site, page.path),
      version: { id: versionId, number },
      findings,
    };
  });
}
