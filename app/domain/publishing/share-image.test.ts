import { createHash } from "node:crypto";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { sourceRoot } from "~/testing/process/server-process";
import { defaultTheme } from "~builder/document/page-theme";
import { type TypePairId, typePairs } from "~builder/document/type-pairs";
import { chooseLetters } from "./choose-letters.server";
import { loadFamilies } from "./drawing-faces.server";
import { drawingVersion, drawShareImage, renderShareImage } from "./render-share-image.server";
import { setWords } from "./set-words.server";

const deps = { config: { data: { sourceRoot } } } as unknown as Parameters<typeof renderShareImage>[0];
const wordsOf = (title: string, type: TypePairId = "editorial", language = "en") => ({
  ...{ title, siteName: "Repair café Ghent", language, theme: { ...defaultTheme, type } },
});
const draw = (title: string, type?: TypePairId) => renderShareImage(deps, wordsOf(title, type));
const familiesFor = (words: string, language = "en") =>
  loadFamilies(deps, { face: "fraunces", words, language });

/** How many points of the part from `left` on are nearly as dark as ink. */
async function inkIn(image: Buffer, left = 40): Promise<number> {
  const { data } = await sharp(image)
    .extract({ left, top: 60, width: 800, height: 440 })
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

  it("holds titles in every script that has a face, from right to left where they are written so", async () => {
    for (const [title, rightToLeft] of [
      ["Летний вечер в саду: запись на 2026 год", false],
      ["Καλοκαιρινή βραδιά στον κήπο", false],
      ["बगीचे में गर्मियों की एक शाम", false],
      ["เย็นวันหนึ่งในฤดูร้อนที่สวนสาธารณะของเรากับเพื่อนๆทุกคน", false],
      ["Đêm hè trong vườn", false],
      ["أمسية صيفية في الحديقة (Foyer 2.0)", true],
      ["ערב קיץ בגינה עם iPhone 15", true],
    ] as const) {
      const image = await draw(title);
      expect(await inkIn(image, rightToLeft ? 360 : 40), title).toBeGreaterThan(3000);
      const edge = await sharp(image).extract({ left: 1190, top: 600, width: 1, height: 1 }).raw().toBuffer();
      expect(edge[0] === 0x0b, title).toBe(rightToLeft);
    }
  });

  it("joins Arabic letters and keeps figures and names in their own direction", async () => {
    const families = await familiesFor("تخفيض 50% على Foyer");
    const words = await setWords(chooseLetters(families, "تخفيض 50% على Foyer"));
    expect(words.rightToLeft).toBe(true);
    expect(words.pieces).toHaveLength(4);
    const joined = await setWords(chooseLetters(families, "سلام"));
    const apart = await setWords(chooseLetters(families, "س ل ا م"));
    expect(joined.draw(0, 4).shapes.map(({ path }) => path)).not.toEqual(
      apart.draw(0, 7).shapes.map(({ path }) => path),
    );
  });

  it("leaves out emoji and writes fancy letters plainly", async () => {
    const families = await familiesFor("");
    expect(chooseLetters(families, "Summer 🎉 in 𝓽𝓱𝓮 ｇａｒｄｅｎ 👩‍👩‍👧").text).toBe("Summer in the garden");
    expect(chooseLetters(families, `Z${"\u0301".repeat(60)}algo`).text.length).toBeLessThan(10);
  });

  it("stays without words rather than showing half a title where no face has the letters", async () => {
    expect(await inkIn(await draw("ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ Mongol"))).toBe(0);
  });

  it("holds titles in Japanese, Chinese of both kinds and Korean", async () => {
    for (const title of [
      "東京の夏の夜、庭で会いましょう",
      "夏夜花园里的免费工作坊，欢迎参加",
      "夏夜花園裡的免費工作坊，歡迎參加",
      "여름밤 정원에서 만나요",
    ])
      expect(await inkIn(await draw(title)), title).toBeGreaterThan(3000);
  });

  it("draws Japanese in its own shapes, and breaks its lines between words but not after an opening bracket", async () => {
    const title = "東京の庭で「夏の夜」を楽しむ";
    const families = await familiesFor(title);
    const letters = chooseLetters(families, title);
    expect(letters.text).toBe(title);
    expect(new Set(letters.fonts).size).toBe(1);
    const { pieces } = await setWords(letters);
    expect(pieces.length).toBeGreaterThan(4);
    const written = pieces.map(({ start, end }) => title.slice(start, end));
    expect(written.filter((piece) => /^[」、。]|「$/.test(piece))).toEqual([]);
  });

  it("draws Chinese letters in the shapes of the page's language, also where no kana stands beside them", async () => {
    const title = "直角海骨";
    const shapesIn = async (language: string) => {
      const words = await setWords(chooseLetters(await familiesFor(title, language), title));
      return words.draw(0, title.length).shapes.map(({ path }) => path);
    };
    const [japanese, chinese] = await Promise.all([shapesIn("ja-JP"), shapesIn("zh-CN")]);
    expect(japanese).not.toEqual(chinese);
    expect(await shapesIn("en")).toEqual(chinese);
    const beside = await setWords(chooseLetters(await familiesFor(`${title}の`), `${title}の`));
    expect(beside.draw(0, title.length).shapes.map(({ path }) => path)).toEqual(japanese);
    const nameInKana = await familiesFor(`${title}の`, "zh");
    const besideName = await setWords(chooseLetters(nameInKana, title));
    expect(besideName.draw(0, title.length).shapes.map(({ path }) => path)).toEqual(chinese);
  });

  it("has another number when anything else is drawn, so that pictures kept from before are drawn again", async () => {
    const hash = createHash("sha256");
    for (const [title, language] of [
      ["A summer evening in the garden, für alle: Łódź & Česko", "en"],
      ["أمسية صيفية في الحديقة (Foyer 2.0)", "ar"],
      ["東京夏夜", "ja"],
      ["ᠮᠣᠩᠭᠣᠯ ᠪᠢᠴᠢᠭ", "mn"],
    ] as const)
      hash.update(await drawShareImage(deps, wordsOf(title, "editorial", language)));
    expect([drawingVersion, hash.digest("hex").slice(0, 16)]).toEqual([2, "fb80b5d484e1317a"]);
  });

  it("draws a Chinese word in a title of Latin letters", async () => {
    const families = await familiesFor("Foyer 修理 Café");
    expect(chooseLetters(families, "Foyer 修理 Café").text).toBe("Foyer 修理 Café");
  });

  it("holds titles of any shape: endless words, markup, nothing at all", async () => {
    for (const title of [
      "x".repeat(400),
      "</g></svg><script>alert(1)</script> & \"'",
      "",
      "word ".repeat(90),
      "كلمة".repeat(200),
      "\u202e\u2066\u0000\ud800 \u200d",
    ]) {
      expect((await sharp(await draw(title)).metadata()).width).toBe(1200);
    }
  });
});
