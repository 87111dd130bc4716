import type { PageStateRef } from "~/domain/publishing/find-page-state.server";
import { storedId } from "~/lib/ids";

/** "r12" is a save, "ver_..." what was public; anything else is nothing. */
export function readStateRef(text: string | null): PageStateRef | undefined {
  const revision = /^r(\d{1,9})$/.exec(text ?? "")?.[1];
  if (revision) return { revision: Number(revision) };
  const versionId = text?.startsWith("ver_") ? storedId("version", text) : undefined;
  return versionId ? { versionId } : undefined;
}
