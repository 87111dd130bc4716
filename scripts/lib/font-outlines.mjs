// The shapes of a face as SVG paths, for pictures that are drawn where no fonts are installed.
const upright = 1000;
export const kernable = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz.,-’"];

const short = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" };

function pathOf(glyph, scale) {
  return glyph.path.commands
    .map(
      ({ command, args }) =>
        short[command] +
        args.map((value, index) => Math.round(index % 2 === 0 ? value * scale : -value * scale)).join(" "),
    )
    .join("");
}

/** `fonts` are parts of one face, such as Latin and its extension; the first that has a letter gives it. */
export function outlinesOf(fonts, characters, kernable) {
  const glyphs = {};
  for (const font of fonts) {
    const scale = upright / font.unitsPerEm;
    for (const character of characters) {
      const code = character.codePointAt(0);
      if (glyphs[character] || !font.hasGlyphForCodePoint(code)) continue;
      const glyph = font.glyphForCodePoint(code);
      glyphs[character] = [Math.round(glyph.advanceWidth * scale), pathOf(glyph, scale)];
    }
  }
  const [first] = fonts;
  const kern = {};
  for (const one of kernable) {
    for (const other of kernable) {
      const { positions, glyphs: shaped } = first.layout(one + other);
      if (shaped.length !== 2) continue;
      const change = Math.round(
        ((positions[0].xAdvance - shaped[0].advanceWidth) * upright) / first.unitsPerEm,
      );
      if (Math.abs(change) >= 8) kern[one + other] = change;
    }
  }
  return {
    ascent: Math.round((first.ascent * upright) / first.unitsPerEm),
    capHeight: Math.round(((first.capHeight || first.ascent * 0.7) * upright) / first.unitsPerEm),
    glyphs,
    kern,
  };
}
