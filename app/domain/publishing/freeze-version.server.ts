import type { Executor } from "~db/schema/executor";
import type { Finding } from "../acceptable-use/finding";
import { recordFindings } from "../acceptable-use/record-findings.server";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { recordEvent } from "../events/record-event.server";
import type { Allocation, Experiment, Variant } from "../experiments/experiment";
import { recordEdition } from "../experiments/record-edition.server";
import { retireForms } from "../forms/retire-forms.server";
import { getPageSummary } from "../pages/get-page.server";
import { markPageLive, markPageOffline } from "../pages/mark-page-live.server";
import { noteLiveSections } from "../pages/note-section-uses.server";
import type { Page } from "../pages/page";
import { pageAddress } from "../sites/site-address";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { mayGoAlong } from "./find-next-drafts.server";
import type { PublishedResult } from "./publication";
import { deletePublications, putPublication, selectPublicationAt } from "./publication-queries.server";
import type { RenderParts } from "./render-version.server";
import { requireMayPublish } from "./require-may-publish";
import { type WrittenVersion, writeVersion } from "./write-version.server";

export interface Frozen {
  page: Page;
  parts: RenderParts;
  revision: number;
  findings: Finding[];
  varied?: Varied;
  /** Changed in the same transaction, before the versions are written. */
  within?: (tx: Executor) => Promise<void>;
}

/** What visitors are divided among besides the page itself. */
export interface Varied {
  experiment: Experiment;
  champion: Variant;
  challengers: { variant: Variant; page: Page; parts: RenderParts }[];
}

const allocated = ({ id, weight }: Variant, version: WrittenVersion): Allocation => ({
  variantId: id,
  versionId: version.id,
  weight,
  content: version.content,
});

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

/**
 * Writes version, publication and all that belongs to them in one transaction; so it does for the pages after sending
 * that nobody has made public meanwhile.
 */
export function freezeVersion(
  deps: Deps,
  actor: Actor,
  frozen: Frozen,
  next: readonly Frozen[] = [],
): Promise<PublishedResult> {
  const { workspaceId } = frozen.page;
  return deps.transact(async (tx) => {
    requireMayPublish(await getWorkspace(tx, workspaceId));
    const result = await freezeOne(deps, tx, actor, frozen);
    const alsoPublished: PublishedResult["alsoPublished"] = [];
    for (const one of next) {
      const { id: pageId, title } = one.page;
      const now = await getPageSummary(deps, workspaceId, pageId, tx);
      const isSame = now.path === one.page.path && (await mayGoAlong(tx, now));
      if (isSame) alsoPublished.push({ pageId, title, ...(await freezeOne(deps, tx, actor, one)) });
    }
    return { ...result, alsoPublished };
  });
}

async function freezeOne(
  deps: Deps,
  tx: Executor,
  actor: Actor,
  frozen: Frozen,
): Promise<Omit<PublishedResult, "alsoPublished">> {
  const { page, parts } = frozen;
  const workspaceId = page.workspaceId;
  const now = deps.clock.now();
  const there = await selectPublicationAt(tx, workspaceId, page.siteId, page.path);
  if (there && there !== page.id) {
    throw new DomainError(
      "conflict",
      "path_in_use",
      `Another page is live under ${page.path}. Unpublish it, or give this one another address.`,
    );
  }
  await frozen.within?.(tx);
  await markPageOffline(tx, workspaceId, page.id);
  const written: WrittenVersion[] = [];
  const allocation: Allocation[] = [];
  const challengers = frozen.varied?.challengers ?? [];
  for (const { variant, page: own, parts: varied } of challengers) {
    const version = await writeVersion(deps, tx, actor, page, { parts: varied, variantId: variant.id });
    await markPageLive(tx, workspaceId, own.id, { versionId: version.id, revision: own.revision });
    written.push(version);
    allocation.push(allocated(variant, version));
  }
  const version = await writeVersion(deps, tx, actor, page, {
    parts,
    variantId: frozen.varied?.champion.id,
  });
  written.push(version);
  if (frozen.varied) {
    const { experiment, champion } = frozen.varied;
    allocation.unshift(allocated(champion, version));
    await recordEdition(deps, tx, actor, { experiment, allocation });
  }
  const keptIds = written.flatMap(({ formIds }) => formIds);
  await retireForms(tx, { workspaceId, pageId: page.id, keptIds });
  await deletePublications(tx, workspaceId, page.id, page.path);
  await putPublication(tx, {
    workspace_id: workspaceId,
    site_id: page.siteId,
    path: page.path,
    page_id: page.id,
    page_version_id: version.id,
    published_at: now,
  });
  await markPageLive(tx, workspaceId, page.id, { versionId: version.id, revision: frozen.revision });
  await noteLiveSections(tx, workspaceId, page.id, parts.document);
  const findings = [
    ...frozen.findings,
    ...heldImagesFinding(written.flatMap(({ heldImages }) => heldImages)),
  ];
  const subject = { subjectKind: "page", subjectId: page.id } as const;
  await recordFindings(deps, tx, { workspaceId, ...subject, findings });
  await recordAudit(deps, tx, {
    workspaceId,
    actor,
    action: "page:publish",
    targetKind: "page",
    targetId: page.id,
    detail: { path: page.path, version: version.number, rules: findings.map(({ rule }) => rule) },
  });
  await recordEvent(deps, tx, workspaceId, "page.published", {
    pageId: page.id,
    versionId: version.id,
  });
  await announceEdgeChange(deps, tx, { kind: "publication", workspaceId, ref: page.id });
  const { id, number } = version;
  return { url: pageAddress(deps.urls, parts.site, page.path), version: { id, number }, findings };
}
