import { describe, expect, it } from "vitest";
import { findDraft, forgetDraft, keepDraft } from "./kept-draft";

function device(limit = 1_000): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (value.length > limit) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

const draft = { revision: 3, keptAt: 1_000, project: { pages: [] } };

describe("a draft that the server has not got", () => {
  it("is found again on the same device, for its own page only, until it is forgotten", () => {
    const storage = device();
    expect(keepDraft("/w/a/pages/one", draft, storage)).toBe(true);
    expect(findDraft("/w/a/pages/one", 2_000, storage)).toEqual(draft);
    expect(findDraft("/w/a/pages/two", 2_000, storage)).toBeUndefined();
    forgetDraft("/w/a/pages/one", storage);
    expect(findDraft("/w/a/pages/one", 2_000, storage)).toBeUndefined();
  });

  it("is not kept by a device that is full or forbids it, and nothing breaks", () => {
    expect(keepDraft("/p", draft, device(10))).toBe(false);
    const forbidding = {
      getItem: () => {
        throw new DOMException("no", "SecurityError");
      },
    } as unknown as Storage;
    expect(findDraft("/p", 0, forbidding)).toBeUndefined();
  });

  it("is thrown away after a week, and when it cannot be read", () => {
    const storage = device();
    keepDraft("/p", draft, storage);
    expect(findDraft("/p", 8 * 24 * 3_600_000, storage)).toBeUndefined();
    storage.setItem("foyer:draft:/p", "{broken");
    expect(findDraft("/p", 2_000, storage)).toBeUndefined();
  });
});
