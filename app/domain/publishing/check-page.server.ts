import { brotliCompressSync, constants } from "node:zlib";
import { listImages } from "~builder/document/document-contents";
import type { PageDocument } from "~builder/document/page-document";
import { sampleWords } from "~builder/templates/sample-words";
import { type Finding, sortFindings } from "../acceptable-use/finding";
import type { Deps } from "../deps";
import { mentionedFileIds, parseFilePath } from "../files/file";
import { findFiles } from "../files/list-images.server";
import { getPage } from "../pages/get-page.server";
import { listSitePaths } from "../pages/list-site-paths.server";
import type { Page } from "../pages/page";
import { hintsFor, type PageHint } from "../pages/page-hint";
import { bytesOf, type PageWeight, secondsOnSlowPhone } from "../pages/weight-hints";
import { findQuotations } from "../testimonials/find-quotations.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import type { Workspace } from "../workspaces/workspace";
import { findNextDrafts } from "./find-next-drafts.server";
import { judgePublication } from "./judge-publication.server";
import { judgeQuotations } from "./judge-quotations";
import { locateFindings } from "./locate-findings";
import type { CheckNote, NextPageChecks, PageChecks } from "./page-checks";
import { previewPage } from "./preview-page.server";
import { publicDocument } from "./public-document.server";

const fontBytes = 22_000;

async function weigh(
  deps: Deps,
  workspaceId: string,
  document: PageDocument,
  html: string,
): Promise<PageWeight> {
  const files = await findFiles(deps, workspaceId, mentionedFileIds(JSON.stringify(document)));
  const images = listImages(document).flatMap(({ src, path }) => {
    const address = parseFilePath(src);
    const variants = files.find(({ id }) => id === address?.fileId)?.variants;
    const size = variants?.find(
      ({ width, format }) => width === address?.width && format === address.format,
    )?.size;
    return size ? [{ path, bytes: size }] : [];
  });
  const fonts = (html.match(/rel="preload" href="[^"]+\.woff2"/g) ?? []).length * fontBytes;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 16 };
  return { html: brotliCompressSync(html, { params }).length, images, fonts };
}

const weights = { block: "block", warn: "warn", info: "tip" } as const;

const noteOfFinding = (finding: Finding, path: string | undefined): CheckNote => {
  const isNotice = finding.rule === "privacy_notice_missing";
  return {
    id: finding.rule,
    area: isNotice || finding.rule.startsWith("testimonial.") ? "consent" : "use",
    weight: weights[finding.severity],
    message: finding.message,
    remedy: finding.remedy,
    evidence: finding.evidence,
    ...(path === undefined ? {} : { path }),
    ...(isNotice ? { fix: "privacy" } : {}),
  };
};

const rank = { block: 0, warn: 1, tip: 2 };

export function notesOf(
  findings: readonly Finding[],
  places: ReadonlyMap<Finding, string>,
  hints: readonly PageHint[],
): CheckNote[] {
  const isHinted = hints.some(({ id }) => id === "consent_forced");
  const told = findings.filter(({ rule }) => rule !== "consent.forced" || !isHinted);
  const notes = [...told.map((finding) => noteOfFinding(finding, places.get(finding))), ...hints];
  return notes.sort((a, b) => rank[a.weight] - rank[b.weight]);
}

/** A note on another page than the one being looked at: its spot lies there. */
const elsewhere = ({ path: _path, fix, ...note }: CheckNote): CheckNote =>
  fix === "privacy" ? { ...note, fix } : note;

/** Looks at the page as saved, and at the pages that would go public with it; nothing is kept. */
export async function checkPage(deps: Deps, workspaceId: string, pageId: string): Promise<PageChecks> {
  const page = await getPage(deps, workspaceId, pageId);
  const workspace = await getWorkspace(deps.db, workspaceId);
  const drafts = await findNextDrafts(deps, page, await publicDocument(deps.db, workspaceId, page.document));
  const paths = new Map(await listSitePaths(deps, workspaceId, page.siteId));
  for (const { path } of [page, ...drafts]) paths.set(path, "live");
  const next: NextPageChecks[] = [];
  for (const draft of drafts) {
    const { notes } = await lookAt(deps, workspace, draft, paths);
    const serious = notes.filter(({ weight }) => weight !== "tip").map(elsewhere);
    next.push({ pageId: draft.id, title: draft.title, path: draft.path, notes: serious });
  }
  return { ...(await lookAt(deps, workspace, page, paths)), next };
}

async function lookAt(
  deps: Deps,
  workspace: Workspace,
  page: Page,
  paths: ReadonlyMap<string, "live" | "draft">,
): Promise<Omit<PageChecks, "next">> {
  const document = await publicDocument(deps.db, workspace.id, page.document);
  const { html } = await previewPage(deps, workspace.id, page.id);
  const weight = await weigh(deps, workspace.id, document, html);
  const quotations = await findQuotations(deps.db, workspace.id, document);
  const quoted = judgeQuotations(quotations, { ...page, document });
  const findings = sortFindings([
    ...judgePublication(workspace, page.language, document),
    ...quoted.map(({ finding }) => finding),
  ]);
  const places = new Map([
    ...locateFindings(findings, document, page.language),
    ...quoted.map(({ finding, path }) => [finding, path] as const),
  ]);
  const hints = hintsFor({ ...page, document, paths, weight, sampleTexts: sampleWords() });
  return {
    findings,
    notes: notesOf(findings, places, hints),
    bytes: bytesOf(weight),
    seconds: secondsOnSlowPhone(weight),
  };
}
