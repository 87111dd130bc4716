import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sourceRoot } from "~/testing/process/server-process";
import { defaultTheme } from "~builder/document/page-theme";
import { type TypePairId, typePairs } from "~builder/document/type-pairs";
import { renderShareImage } from "./render-share-image.server";

const deps = { config: { data: { sourceRoot } } } as unknown as Parameters<typeof renderShareImage>[0];
const draw = (title: string, type: TypePairId = "editorial") =>
  renderShareImage(deps, { title, siteName: "Repair café Ghent", theme: { ...defaultTheme, type } });

/** How many points of the left part are nearly as dark as ink. */
async function inkIn(image: Buffer): Promise<number> {
  const { data } = await sharp(image)
    .extract({ left: 40, top: 60, width: 800, height: 440 })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 90).length;
}

describe("the picture beside a link to a page", () => {
  it("is 1200 x 630 and holds the title in every face a page may have", async () => {
    for (const type of Object.keys(typePairs) as TypePairId[]) {
      const image = await draw("A summer evening in the garden, für alle: Łódź & Česko", type);
      const { width, height, format } = await sharp(image).metadata();
      expect([width, height, format]).toEqual([1200, 630, "png"]);
      expect(image.length).toBeLessThan(120_000);
      expect(await inkIn(image), type).toBeGreaterThan(3000);
    }
  });

  it("stays without words rather than showing boxes where the face lacks the letters", async () => {
    expect(await inkIn(await draw("أمسية صيفية في الحديقة"))).toBe(0);
  });

  it("holds titles of any shape: endless words, markup, nothing at all", async () => {
    for (const title of [
      "x".repeat(400),
      "</g></svg><script>alert(1)</script> & \"'",
      "",
      "word ".repeat(90),
    ]) {
      expect((await sharp(await draw(title)).metadata()).width).toBe(1200);
    }
  });
});
