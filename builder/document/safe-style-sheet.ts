import { type CssNode, generate, List, parse, walk } from "css-tree";
import { isPictureProperty, isSafeProperty, safeFontSource, safeValue } from "./safe-css";

const allowedAtRules = new Set(["media", "supports", "font-face", "keyframes", "-webkit-keyframes", "layer"]);

/** A mail's style sheet with everything active removed; pictures may come from elsewhere, style sheets and fonts not. */
export function safeStyleSheet(css: string, report: (what: string, why: string) => void): string {
  if (css.length > 200_000) {
    report("Style sheet", "It is longer than 200,000 characters.");
    return "";
  }
  try {
    return clean(css, report);
  } catch {
    report("Style sheet", "It is nested too deeply to be read.");
    return "";
  }
}

function clean(css: string, report: (what: string, why: string) => void): string {
  const sheet = parse(css, { positions: false, onParseError: () => {} });
  walk(sheet, {
    visit: "Declaration",
    enter(node, item, list) {
      const inFontFace = this.atrule?.name.toLowerCase() === "font-face";
      const value = generate(node.value);
      const name = node.property.toLowerCase();
      const safe =
        inFontFace && name === "src"
          ? safeFontSource(value)
          : isSafeProperty(name) && safeValue(value, isPictureProperty(name));
      if (safe) return;
      report(
        `${node.property}: ${value}`.slice(0, 120),
        "This style could load or run something from outside.",
      );
      list?.remove(item);
    },
  });
  keepRules(sheet);
  return generate(sheet).replaceAll("</", "<\\/").replaceAll("<!", "<\\!").replaceAll("{{", "{ {");
}

/** What cannot be read as a rule or declaration goes, and so do rules left empty. */
function keepRules(node: CssNode): void {
  if (node.type !== "StyleSheet" && node.type !== "Block") return;
  node.children = new List<CssNode>().fromArray(node.children.toArray().filter(isKept));
}

function isKept(child: CssNode): boolean {
  if (child.type === "Declaration") return true;
  if (child.type === "Rule" ? child.prelude.type === "Raw" : child.type !== "Atrule") return false;
  if (child.type === "Atrule" && !allowedAtRules.has(child.name.toLowerCase())) return false;
  const block = child.type === "Rule" || child.type === "Atrule" ? child.block : null;
  if (block) keepRules(block);
  return block !== null && block.children.size > 0;
}
