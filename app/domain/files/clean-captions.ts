const time = String.raw`(?:\d{2,4}:)?[0-5]\d:[0-5]\d\.\d{3}`;
const timing = new RegExp(`^(${time})[ \\t]+-->[ \\t]+(${time})((?:[ \\t]+[a-z]+:[\\w%,.-]{1,40})*)[ \\t]*$`);
const settings = /^(?:align|line|position|size|vertical):/;
const kept = /^<\/?[biu]>$/;

/** Text of a cue with nothing but bold, italic and underline; a lone bracket is a word. */
const cleanLine = (line: string): string =>
  line
    .split(/(<[^<>]*>)/)
    .map((part, at) =>
      at % 2 === 1 ? (kept.test(part) ? part : "") : part.replace(/</g, "&lt;").replace(/-->/g, "→"),
    )
    .join("");

function cleanCue(lines: readonly string[]): string | undefined {
  const at = lines.findIndex((line) => line.includes("-->"));
  if (at < 0 || at > 1) return undefined;
  const [, from, to, given = ""] = timing.exec(lines[at] ?? "") ?? [];
  const words = lines
    .slice(at + 1)
    .map(cleanLine)
    .filter((line) => line.trim() !== "");
  if (!from || !to || words.length === 0) return undefined;
  const set = given
    .trim()
    .split(/\s+/)
    .filter((one) => settings.test(one));
  return [[from, "-->", to, ...set].join(" "), ...words].join("\n");
}

/** A WebVTT file with its cues only: no styles, no regions, no notes, no names; undefined when it has none. */
export function cleanCaptions(text: string): string | undefined {
  const lines = text
    .replace(/^\ufeff/, "")
    .replaceAll("\0", "")
    .split(/\r\n|\r|\n/);
  if (!/^WEBVTT(?:[ \t]|$)/.test(lines[0] ?? "")) return undefined;
  const cues: string[] = [];
  let block: string[] = [];
  for (const line of [...lines.slice(1), ""]) {
    if (line.trim() !== "") {
      block.push(line);
      continue;
    }
    const cue = cleanCue(block);
    if (cue) cues.push(cue);
    block = [];
  }
  return cues.length > 0 ? `WEBVTT\n\n${cues.join("\n\n")}\n` : undefined;
}
