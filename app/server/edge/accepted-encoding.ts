export type Encoding = "br" | "gzip" | "identity";

const remembered = new Map<string, Encoding>();
const maxRemembered = 200;

function choose(header: string): Encoding {
  const weights = new Map<string, number>();
  for (const part of header.toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.trim().split(/\s*;\s*/);
    const quality = parameters.find((parameter) => parameter.startsWith("q="));
    weights.set(name, quality ? Number(quality.slice(2)) || 0 : 1);
  }
  const weight = (name: string) => weights.get(name) ?? weights.get("*") ?? 0;
  if (weight("br") > 0 && weight("br") >= weight("gzip")) return "br";
  return weight("gzip") > 0 ? "gzip" : "identity";
}

/** The encoding to answer with. Browsers send few different headers, so each is read once. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding {
  if (header === undefined) return "identity";
  const text = String(header);
  const known = remembered.get(text);
  if (known) return known;
  const encoding = choose(text);
  if (remembered.size < maxRemembered && text.length < 200) remembered.set(text, encoding);
  return encoding;
}
