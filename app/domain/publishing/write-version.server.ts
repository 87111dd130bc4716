import { createHash } from "node:crypto";
import { listForms } from "~builder/document/document-forms";
import type { Executor } from "~db/schema/executor";
import { type Actor, actorId } from "../actor";
import type { Deps } from "../deps";
import { noteFileUses } from "../files/note-file-uses.server";
import { formAction } from "../forms/form-address";
import { formToken } from "../forms/form-token.server";
import { syncForms } from "../forms/sync-forms.server";
import type { Page } from "../pages/page";
import { findQuotations } from "../testimonials/find-quotations.server";
import { insertVersion, lastVersionNumber } from "./publication-queries.server";
import { type RenderParts, renderVersion } from "./render-version.server";
import { visitorScripts } from "./visitor-scripts.server";

export interface WrittenVersion {
  id: string;
  number: number;
  heldImages: string[];
  formIds: string[];
  /** Hash of what visitors see. */
  content: string;
}

export const contentHash = ({ document, settings }: Pick<RenderParts, "document" | "settings">): string =>
  createHash("sha256")
    .update(JSON.stringify([settings.title, settings.description, settings.language, document]))
    .digest("hex")
    .slice(0, 32);

/** Freezes one document as a version of the page, with its forms. A variant's forms stand beside those of the page. */
export async function writeVersion(
  deps: Deps,
  tx: Executor,
  actor: Actor,
  page: Page,
  { parts, variantId = "" }: { parts: RenderParts; variantId?: string },
): Promise<WrittenVersion> {
  const { workspaceId } = page;
  const id = deps.ids.next();
  const formIds = await syncForms(deps, tx, {
    workspaceId,
    pageId: page.id,
    pageVersionId: id,
    definitions: listForms(parts.document),
    language: parts.settings.language,
    keepOthers: true,
  });
  const forms = Object.fromEntries(
    Object.entries(formIds).map(([nodeKey, formId]) => [
      nodeKey,
      {
        action: formAction({ workspaceId, formId }),
        token: formToken(deps, { workspaceId, formId, pageVersionId: id }),
      },
    ]),
  );
  const scripts = visitorScripts(deps, {
    workspaceId,
    pageId: page.id,
    pageVersionId: id,
    siteId: page.siteId,
  });
  // In the transaction: a consent that was withdrawn meanwhile counts.
  const quotations = await findQuotations(tx, workspaceId, parts.document);
  const rendered = renderVersion(deps, { ...parts, quotations }, forms, { scripts, versionId: id });
  const number = (await lastVersionNumber(tx, workspaceId, page.id)) + 1;
  const document = JSON.stringify(parts.document);
  await insertVersion(tx, {
    workspace_id: workspaceId,
    id,
    page_id: page.id,
    number,
    title: parts.settings.title,
    path: page.path,
    document,
    html: rendered.html,
    csp: rendered.csp,
    etag: rendered.etag,
    variant_id: variantId,
    published_by: actorId(actor),
    published_at: deps.clock.now(),
  });
  await noteFileUses(tx, workspaceId, { kind: "version", id }, document);
  return {
    id,
    number,
    heldImages: rendered.heldImages,
    formIds: Object.values(formIds),
    content: contentHash(parts),
  };
}
