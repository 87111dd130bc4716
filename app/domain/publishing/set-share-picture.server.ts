import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { filePath } from "../files/file";
import type { FileStore } from "../files/file-store.server";
import { noteFileUses } from "../files/note-file-uses.server";
import { uploadImage } from "../files/upload-image.server";
import { getPageSummary } from "../pages/get-page.server";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { saveListing, selectListing } from "./listing-queries.server";
import { newPageListing } from "./page-listing";

/** Gives a page a picture for sharing; without a file it is the one of its site again, or the one drawn from the page. */
export async function setSharePicture(
  deps: Deps & { files: FileStore },
  actor: Actor,
  input: { workspaceId: string; pageId: string; file?: { name: string; bytes: Buffer } },
): Promise<void> {
  const { workspaceId, pageId } = input;
  await getPageSummary(deps, workspaceId, pageId);
  const file = input.file && (await uploadImage(deps, actor, { workspaceId, ...input.file }));
  const shareFileId = file?.id ?? "";
  await deps.transact(async (tx) => {
    const known = (await selectListing(tx, workspaceId, pageId)) ?? newPageListing;
    await saveListing(tx, workspaceId, pageId, { ...known, shareFileId }, deps.clock.now());
    const [variant] = file?.variants ?? [];
    if (variant)
      await noteFileUses(tx, workspaceId, { kind: "page", id: pageId }, filePath(shareFileId, variant));
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: "page:share-picture", targetKind: "page", targetId: pageId },
      detail: { file: shareFileId },
    });
    await announceEdgeChange(deps, tx, { kind: "publication", workspaceId, ref: pageId });
  });
}
