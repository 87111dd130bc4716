import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { acceptedEncoding, type Encoding } from "./accepted-encoding";
import { mayGoWhole, sendWhole, thisSecond, wireHead } from "./whole-answer";

interface Body {
  /** Name, value, name, value: as writeHead takes it without further work. */
  headers: string[];
  /** A view on the end of `wire` once that is there. */
  bytes: Buffer;
  /** Status line, headers and bytes in one piece, for the second in which it was made. */
  wire?: { second: number; whole: Buffer };
}

/** An answer that is made once and sent many times. */
export interface FrozenAnswer {
  status: number;
  /** The part that the ETags of all encodings share; empty when the answer has none. */
  etag: string;
  bodies: { identity: Body; gzip?: Body; br?: Body };
  notModified: string[];
  /** Bytes in memory. */
  size: number;
}

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
const large = 256 * 1024;
const headersSize = 1500;

const suffix: Record<Encoding, string> = { identity: "", gzip: "-gz", br: "-br" };

export interface AnswerSource {
  status: number;
  contentType: string;
  bytes: Buffer;
  etag?: string;
  headers: Record<string, string>;
}

function bodyOf(source: AnswerSource, encoding: Encoding, bytes: Buffer): Body {
  const headers = { ...source.headers, "content-type": source.contentType };
  const flat = Object.entries(headers).flat();
  if (source.etag) flat.push("etag", `"${source.etag}${suffix[encoding]}"`);
  if (encoding !== "identity") flat.push("content-encoding", encoding);
  flat.push("vary", "accept-encoding", "content-length", String(bytes.length));
  return { headers: flat, bytes };
}

/** Compresses once, off the main thread, and fixes every header. */
export async function freezeAnswer(source: AnswerSource): Promise<FrozenAnswer> {
  const { bytes } = source;
  const quality = bytes.length > large ? 5 : 9;
  const [brotli, gzipped] = await Promise.all([
    compressBrotli(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: quality,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    compressGzip(bytes, { level: quality === 9 ? 9 : 6 }),
  ]);
  const bodies: FrozenAnswer["bodies"] = { identity: bodyOf(source, "identity", bytes) };
  if (gzipped.length < bytes.length) bodies.gzip = bodyOf(source, "gzip", gzipped);
  if (brotli.length < bytes.length) bodies.br = bodyOf(source, "br", brotli);
  const notModified = Object.entries(source.headers).flat();
  if (source.etag) notModified.push("etag", `"${source.etag}"`);
  notModified.push("vary", "accept-encoding");
  return {
    status: source.status,
    etag: source.etag ?? "",
    bodies,
    notModified,
    size: bytes.length + (bodies.gzip?.bytes.length ?? 0) + (bodies.br?.bytes.length ?? 0) + headersSize,
  };
}

const matches = (condition: string, etag: string): boolean =>
  etag !== "" && (condition === "*" || condition.includes(etag));

function wireOf(body: Body): Buffer {
  const second = thisSecond();
  if (body.wire?.second === second) return body.wire.whole;
  const head = wireHead("200 OK", body.headers, second);
  const whole = Buffer.concat([head, body.bytes]);
  body.bytes = whole.subarray(head.length);
  body.wire = { second, whole };
  return whole;
}

export function sendFrozen(answer: FrozenAnswer, request: IncomingMessage, response: ServerResponse): void {
  const condition = request.headers["if-none-match"];
  if (condition !== undefined && matches(condition, answer.etag)) {
    response.writeHead(304, answer.notModified);
    response.end();
    return;
  }
  const body = answer.bodies[acceptedEncoding(request.headers["accept-encoding"])] ?? answer.bodies.identity;
  if (answer.status === 200 && mayGoWhole(request, response)) {
    sendWhole(response, wireOf(body));
    return;
  }
  response.writeHead(answer.status, body.headers);
  if (request.method === "HEAD") response.end();
  else response.end(body.bytes);
}
