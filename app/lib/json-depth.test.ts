import { describe, expect, it } from "vitest";
import { isJsonDeeper } from "./json-depth";

describe("the depth of a JSON text", () => {
  it("counts lists and objects, and no brackets in texts", () => {
    expect(isJsonDeeper('{"a":[{"b":[]}]}', 4)).toBe(false);
    expect(isJsonDeeper('{"a":[{"b":[]}]}', 3)).toBe(true);
    expect(isJsonDeeper('["[[[[","{{{{\\"[[[[\\\\",[]]', 2)).toBe(false);
    expect(isJsonDeeper("[[],[],[],[]]", 2)).toBe(false);
  });

  it("is told of texts that are no JSON, too", () => {
    for (const text of ["", '"', "\\", "]]]]", '"\\']) expect(isJsonDeeper(text, 1)).toBe(false);
    expect(isJsonDeeper("[".repeat(100_000), 1000)).toBe(true);
  });
});
