/** A request that came in one piece and in the plainest form HTTP/1.1 has; everything else is read by Node. */
export interface WholeRequest {
  readonly method: "GET" | "HEAD" | "POST";
  /** Path and query as sent. */
  readonly target: string;
  /** The target without its query. */
  readonly path: string;
  /** In lower case, with the port as sent. */
  readonly host: string;
  readonly body: Buffer;
  /** Of the peer: a visitor or a proxy. */
  readonly remoteAddress: string;
  /** Empty when the header was not sent. Names in lower case. */
  header(name: string): string;
}

const headEnd = Buffer.from("\r\n\r\n");
const longestHead = 16 * 1024;
const mostHeaders = 60;
const none = Buffer.alloc(0);

/**
 * Stricter than Node's parser on purpose: one spelling of each thing, so that both can only read the same request.
 * No absolute targets, no folded lines, no bare line breaks, no spaces before a colon.
 */
const plainHead =
  /^(GET|HEAD|POST) (\/[\x21-\x7e]*) HTTP\/1\.1\r\n(?:[\w!#$%&'*+.^`|~-]+:[\t\x20-\x7e\x80-\xff]*\r\n)+$/;

/** Headers that change how a message is framed or what becomes of its connection. */
const framing = new Set(["transfer-encoding", "expect", "upgrade", "trailer", "http2-settings"]);

/** Spellings of header names are few. */
const names = new Map<string, string>();
const mostNames = 500;

function lowerName(given: string): string {
  const known = names.get(given);
  if (known !== undefined) return known;
  const lower = given.toLowerCase();
  if (names.size < mostNames && given.length < 60) names.set(given, lower);
  return lower;
}

function sentValue(sent: readonly string[], name: string): string | undefined {
  for (let at = 0; at < sent.length; at += 2) if (sent[at] === name) return sent[at + 1];
  return undefined;
}

class Read implements WholeRequest {
  readonly path: string;
  constructor(
    readonly method: "GET" | "HEAD" | "POST",
    readonly target: string,
    readonly host: string,
    readonly body: Buffer,
    readonly remoteAddress: string,
    private readonly sent: readonly string[],
  ) {
    const query = target.indexOf("?");
    this.path = query < 0 ? target : target.slice(0, query);
  }

  header(name: string): string {
    return sentValue(this.sent, name) ?? "";
  }
}

/** Names and values in turn; undefined where a header comes twice or concerns the framing. */
function readHeaders(lines: readonly string[]): string[] | undefined {
  const sent: string[] = [];
  for (let index = 1; index < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const colon = line.indexOf(":");
    const name = lowerName(line.slice(0, colon));
    if (framing.has(name)) return undefined;
    if (sentValue(sent, name) !== undefined) return undefined;
    const value = line.slice(colon + 1).trim();
    if (name === "connection" && value.toLowerCase() !== "keep-alive") return undefined;
    sent.push(name, value);
  }
  return sent;
}

const hostShape = /^[a-z0-9.-]+(?::\d{1,5})?$/;
const lengthShape = /^\d{1,6}$/;

/** Exactly one plain request, with nothing before and nothing after it; undefined for whatever else it may be. */
export function readWholeRequest(chunk: Buffer, remoteAddress: string): WholeRequest | undefined {
  const end = chunk.indexOf(headEnd);
  if (end < 0 || end > longestHead) return undefined;
  const bodyAt = end + headEnd.length;
  const head = chunk.toString("latin1", 0, end + 2);
  const found = plainHead.exec(head);
  if (!found) return undefined;
  const lines = head.slice(0, -2).split("\r\n");
  if (lines.length > mostHeaders) return undefined;
  const sent = readHeaders(lines);
  if (!sent) return undefined;
  const host = sentValue(sent, "host")?.toLowerCase();
  if (host === undefined || !hostShape.test(host)) return undefined;
  const method = found[1] as WholeRequest["method"];
  const length = sentValue(sent, "content-length");
  if (method === "POST") {
    if (length === undefined || !lengthShape.test(length)) return undefined;
    if (Number(length) !== chunk.length - bodyAt) return undefined;
  } else if (length !== undefined || bodyAt !== chunk.length) return undefined;
  const body = method === "POST" ? chunk.subarray(bodyAt) : none;
  return new Read(method, found[2] ?? "/", host, body, remoteAddress, sent);
}
