import { describe, expect, it } from "vitest";
import { editorBlocks } from "../blocks/editor-blocks";
import type { ProjectStyle } from "../document/project";
import { onePerKey, styleKey } from "../document/style-key";

describe("rules about the same elements", () => {
  it("become one, in which the later word counts", () => {
    const rules: ProjectStyle[] = [
      { selectors: ["share-device"], style: { padding: "0", color: "red" } },
      { selectors: [], selectorsAdd: ".share a", style: { padding: "0" } },
      { selectors: ["share-device"], style: { color: "blue", border: "0" } },
    ];
    expect(onePerKey(rules)).toEqual([
      { selectors: ["share-device"], style: { padding: "0", color: "blue", border: "0" } },
      { selectors: [], selectorsAdd: ".share a", style: { padding: "0" } },
    ]);
  });

  it("lose nothing of what a finished section says", () => {
    const { base, blocks } = editorBlocks();
    for (const { label, styles } of [{ label: "base", styles: base }, ...blocks]) {
      const merged = onePerKey(styles);
      for (const rule of styles) {
        const kept = merged.find((one) => styleKey(one) === styleKey(rule));
        expect(Object.keys(kept?.style ?? {}), label).toEqual(
          expect.arrayContaining(Object.keys(rule.style)),
        );
      }
    }
  });
});
