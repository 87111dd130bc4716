import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from "node:zlib";
import { dateLength, headFromDate, headToDate, presentDate, wholeAnswer } from "../door/wire-head";
import { acceptedEncoding, type Encoding } from "./accepted-encoding";

/** One encoding within the bytes of an answer, as it goes over the wire. */
interface Wire {
  start: number;
  dateAt: number;
  bodyAt: number;
  end: number;
  /** Which second its date names. */
  second: number;
}

/** An answer that is made once and sent many times: a hundred thousand of them have to fit into memory. */
export interface FrozenAnswer {
  status: number;
  /** The part that the ETags of all encodings share; empty when the answer has none. */
  etag: string;
  /** Heads and bodies of all encodings in one piece, outside the heap. */
  bytes: Buffer;
  wires: { readonly [encoding in Encoding]?: Wire };
}

/** What an answer asks of a request, whoever has read that. */
export interface AskedHeaders {
  method: string;
  ifNoneMatch: string;
  acceptEncoding: string;
}

export interface AnswerSource {
  status: number;
  contentType: string;
  bytes: Buffer;
  etag?: string;
  headers: Record<string, string>;
  /** Made for few: compressed in less time, less well. */
  quick?: boolean;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** From here on compressing takes long, and plain bytes are kept instead of being unpacked when asked for. */
const large = 256 * 1024;
const small = 64 * 1024;
/** Of brotli: 9 takes ten times as long for the same bytes, and the first visitor of a page waits for it. */
const usual = 7;
/**
 * Of brotli, as a power of two: pages are hardly larger. From 17 on it takes megabytes for each page that is being
 * compressed and, below a hundred kilobytes, three to eight times as long, for not a byte less.
 */
const windowBits = 16;
/** Of the objects around the bytes, with what the heap keeps free between them. */
const overhead = 3000;
/** What malloc loses between pieces of all lengths, where pages come and go for long. */
const loss = 1.3;

const suffix: Record<Encoding, string> = { identity: "", gzip: "-gz", br: "-br" };

/** Bytes that the process grows by, as measured with tens of thousands of pages; what is alive is half of it. */
export const sizeOf = ({ bytes }: FrozenAnswer): number => Math.ceil(bytes.length * loss) + overhead;

function headersOf(source: AnswerSource, encoding: Encoding, length: number): string[] {
  const flat = Object.entries({ ...source.headers, "content-type": source.contentType }).flat();
  if (source.etag) flat.push("etag", `"${source.etag}${suffix[encoding]}"`);
  if (encoding !== "identity") flat.push("content-encoding", encoding);
  flat.push("vary", "accept-encoding", "content-length", String(length));
  return flat;
}

function packed(source: AnswerSource, bodies: readonly (readonly [Encoding, Buffer])[]): FrozenAnswer {
  const { second, date } = presentDate();
  const parts: Buffer[] = [];
  const wires: { [encoding in Encoding]?: Wire } = {};
  let start = 0;
  for (const [encoding, body] of bodies) {
    const toDate = headToDate(source.status, headersOf(source, encoding, body.length));
    const head = Buffer.from(toDate + date + headFromDate, "latin1");
    const bodyAt = start + head.length;
    wires[encoding] = { start, dateAt: start + toDate.length, bodyAt, end: bodyAt + body.length, second };
    start = bodyAt + body.length;
    parts.push(head, body);
  }
  // Memory of its own: a slice of a shared pool would keep the whole pool.
  const bytes = Buffer.allocUnsafeSlow(start);
  let at = 0;
  for (const part of parts) at += part.copy(bytes, at);
  return { status: source.status, etag: source.etag ?? "", bytes, wires };
}

/** Compresses once, off the main thread, and fixes every header. */
export async function freezeAnswer(source: AnswerSource): Promise<FrozenAnswer> {
  const { bytes } = source;
  const quality = source.quick ? 4 : bytes.length > large ? 5 : usual;
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_LGWIN]: windowBits,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    compressGzip(bytes, { level: quality === usual ? 9 : 6 }),
  ]);
  const bodies: (readonly [Encoding, Buffer])[] = [];
  if (brotli.length < bytes.length) bodies.push(["br", brotli]);
  if (gzipped.length < bytes.length) bodies.push(["gzip", gzipped]);
  if (bodies.length === 0 || bytes.length > small) bodies.push(["identity", bytes]);
  return packed(source, bodies);
}

const bodyOf = ({ bytes }: FrozenAnswer, { bodyAt, end }: Wire): Buffer => bytes.subarray(bodyAt, end);

/** Status line and headers as they are written, without date and connection. */
function headersOfWire({ bytes }: FrozenAnswer, { start, dateAt }: Wire): string[] {
  const lines = bytes.toString("latin1", start, dateAt).split("\r\n").slice(1, -1);
  return lines.flatMap((line) => {
    const colon = line.indexOf(": ");
    return [line.slice(0, colon), line.slice(colon + 2)];
  });
}

function without(headers: readonly string[], names: readonly string[]): string[] {
  return headers.filter((_, at) => !names.includes(headers[at - (at % 2)] ?? ""));
}

interface Plain {
  status: number;
  headers: string[];
  body: Buffer;
}

/** Nearly everybody takes compressed bytes; for the others they are unpacked. */
function unpacked(answer: FrozenAnswer): Plain {
  const { br, gzip: gzipped } = answer.wires;
  const wire = (gzipped ?? br) as Wire;
  const packedBody = bodyOf(answer, wire);
  const body = gzipped ? gunzipSync(packedBody) : brotliDecompressSync(packedBody);
  const kept = without(headersOfWire(answer, wire), ["etag", "content-encoding", "content-length"]);
  if (answer.etag) kept.push("etag", `"${answer.etag}"`);
  return { status: answer.status, headers: [...kept, "content-length", String(body.length)], body };
}

/** The plain answer, to make another one of. */
export function thawAnswer(answer: FrozenAnswer): Plain {
  const { identity } = answer.wires;
  if (!identity) return unpacked(answer);
  return { status: answer.status, headers: headersOfWire(answer, identity), body: bodyOf(answer, identity) };
}

function chosenWire({ wires }: FrozenAnswer, acceptEncoding: string): Wire | undefined {
  return wires[acceptedEncoding(acceptEncoding)] ?? wires.identity;
}

const matches = (condition: string, etag: string): boolean =>
  etag !== "" && condition !== "" && (condition === "*" || condition.includes(etag));

const aboutBody = ["content-type", "content-encoding", "content-length"];

/** With the tag that the whole answer would have had in this encoding (RFC 9110, 15.4.5). */
function notModified(answer: FrozenAnswer, acceptEncoding: string): string[] {
  const wire = chosenWire(answer, acceptEncoding);
  if (wire) return without(headersOfWire(answer, wire), aboutBody);
  const [other] = Object.values(answer.wires);
  const headers = other ? without(headersOfWire(answer, other), [...aboutBody, "etag"]) : [];
  return [...headers, "etag", `"${answer.etag}"`];
}

/** The answer as bytes for a connection that stays open. */
export function frozenBytes(answer: FrozenAnswer, asked: AskedHeaders): Buffer {
  if (matches(asked.ifNoneMatch, answer.etag))
    return wholeAnswer(304, notModified(answer, asked.acceptEncoding));
  const wire = chosenWire(answer, asked.acceptEncoding);
  const isHead = asked.method === "HEAD";
  if (!wire) {
    const { status, headers, body } = unpacked(answer);
    const head = wholeAnswer(status, headers);
    return isHead ? head : Buffer.concat([head, body]);
  }
  const { second, date } = presentDate();
  if (wire.second !== second) {
    answer.bytes.write(date, wire.dateAt, dateLength, "latin1");
    wire.second = second;
  }
  return answer.bytes.subarray(wire.start, isHead ? wire.bodyAt : wire.end);
}

/** The same answer through Node's own response. */
export function sendFrozen(answer: FrozenAnswer, request: IncomingMessage, response: ServerResponse): void {
  const acceptEncoding = String(request.headers["accept-encoding"] ?? "");
  if (matches(request.headers["if-none-match"] ?? "", answer.etag)) {
    response.writeHead(304, notModified(answer, acceptEncoding)).end();
    return;
  }
  const wire = chosenWire(answer, acceptEncoding);
  const plain = wire
    ? { status: answer.status, headers: headersOfWire(answer, wire), body: bodyOf(answer, wire) }
    : unpacked(answer);
  response.writeHead(plain.status, plain.headers);
  if (request.method === "HEAD") response.end();
  else response.end(plain.body);
}
