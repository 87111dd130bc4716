export interface ReadMessage {
  headers: Record<string, string>;
  html: string;
  text: string;
}

/** Only messages of our own making: one level of alternatives, bodies 7bit, quoted-printable or base64. */
export function readEml(raw: Buffer): ReadMessage {
  const source = raw.toString("latin1");
  const { headers, body } = split(source);
  const boundary = /boundary="?([^";]+)"?/i.exec(headers["content-type"] ?? "")?.[1];
  const parts = boundary
    ? body
        .split(`--${boundary}`)
        .slice(1, -1)
        .map((part) => split(part.trimStart()))
    : [];
  const all = parts.length > 0 ? parts : [{ headers, body }];
  const bodyOf = (type: string) => {
    const part = all.find((each) => (each.headers["content-type"] ?? "text/plain").startsWith(type));
    return part
      ? decode(part.body.replace(/\r\n$/, ""), part.headers["content-transfer-encoding"] ?? "")
      : "";
  };
  return { headers, html: bodyOf("text/html"), text: bodyOf("text/plain") };
}

function split(source: string): { headers: Record<string, string>; body: string } {
  const end = source.indexOf("\r\n\r\n");
  const headers: Record<string, string> = {};
  for (const line of source.slice(0, end < 0 ? source.length : end).split(/\r\n(?![ \t])/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).toLowerCase()] ??= decodeWords(line.slice(colon + 1));
  }
  return { headers, body: end < 0 ? "" : source.slice(end + 4) };
}

const quoted = (text: string): Buffer =>
  Buffer.from(
    text
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );

function decode(body: string, encoding: string): string {
  const kind = encoding.trim().toLowerCase();
  if (kind === "base64") return Buffer.from(body, "base64").toString("utf8");
  return (kind === "quoted-printable" ? quoted(body) : Buffer.from(body, "latin1")).toString("utf8");
}

const decodeWords = (value: string): string =>
  value
    .replace(/\r\n/g, "")
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, text: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(text, "base64").toString("utf8")
        : quoted(text.replaceAll("_", " ")).toString("utf8"),
    )
    .trim();
