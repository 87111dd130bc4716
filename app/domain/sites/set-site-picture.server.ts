import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { filePath } from "../files/file";
import type { FileStore } from "../files/file-store.server";
import { findIcon, iconSizes } from "../files/find-icon.server";
import { noteFileUses } from "../files/note-file-uses.server";
import { uploadImage } from "../files/upload-image.server";
import { announceEdgeChange } from "../workspaces/announce-edge-change.server";
import { getSite } from "./find-site.server";
import { saveSettings } from "./site-queries.server";

/** icon: of the browser's tab. share: where a page is shared. */
export type SitePicture = "icon" | "share";

/** Gives a site an icon or a picture for sharing; without a file it has none of its own again. */
export async function setSitePicture(
  deps: Deps & { files: FileStore },
  actor: Actor,
  input: {
    workspaceId: string;
    siteId: string;
    picture: SitePicture;
    file?: { name: string; bytes: Buffer };
  },
): Promise<void> {
  const { workspaceId, siteId, picture } = input;
  await getSite(deps.db, workspaceId, siteId);
  const file = input.file && (await uploadImage(deps, actor, { workspaceId, ...input.file }));
  if (file && picture === "icon") {
    for (const size of iconSizes) await findIcon(deps, { workspaceId, fileId: file.id, size });
  }
  const fileId = file?.id ?? "";
  await deps.transact(async (tx) => {
    const site = await getSite(tx, workspaceId, siteId);
    const next = picture === "icon" ? { ...site, iconFileId: fileId } : { ...site, shareFileId: fileId };
    await saveSettings(tx, next, deps.clock.now());
    const [variant] = file?.variants ?? [];
    if (variant) await noteFileUses(tx, workspaceId, { kind: "site", id: siteId }, filePath(fileId, variant));
    await recordAudit(deps, tx, {
      workspaceId,
      actor,
      action: `site:${picture}`,
      targetKind: "site",
      targetId: siteId,
      detail: { file: fileId },
    });
    await announceEdgeChange(deps, tx, { kind: "site", workspaceId, ref: siteId });
  });
}
