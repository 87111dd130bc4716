/** What a person wrote and the server has not got: kept on this device until it has. */
export interface KeptDraft {
  revision: number;
  keptAt: number;
  project: object;
}

const maxAgeMs = 7 * 24 * 3_600_000;
const placeOf = (at: string) => `foyer:draft:${at}`;

/** Devices differ in how much they keep, and some keep nothing: then only the open tab has it. */
export function keepDraft(at: string, draft: KeptDraft, storage: Storage = localStorage): boolean {
  try {
    storage.setItem(placeOf(at), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forgetDraft(at: string, storage: Storage = localStorage): void {
  try {
    storage.removeItem(placeOf(at));
  } catch {}
}

/** A draft left by an earlier visit; what is broken or older than a week is thrown away. */
export function findDraft(at: string, now: number, storage: Storage = localStorage): KeptDraft | undefined {
  try {
    const found = JSON.parse(storage.getItem(placeOf(at)) ?? "null") as KeptDraft | null;
    if (found && typeof found.project === "object" && now - found.keptAt < maxAgeMs) return found;
    if (found) storage.removeItem(placeOf(at));
  } catch {}
  return undefined;
}
