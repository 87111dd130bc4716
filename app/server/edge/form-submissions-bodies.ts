import type { Readable } from "node:stream";
import {
  readJsonFields,
  readMultipart,
  readUrlencoded,
  type SentFields,
  type SentFile,
} from "~/lib/sent-fields";

/** What a form or a program may send its fields as. */
export const bodyKinds = [
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "application/json",
] as const;

export class UnknownBodyKind extends Error {
  override name = "UnknownBodyKind";
}

export class TooLargeSubmission extends Error {
  override name = "TooLargeSubmission";
  constructor(readonly most: number) {
    super(`more than ${most} bytes`);
  }
}

export const isMultipart = (contentType: string): boolean => /^multipart\/form-data/i.test(contentType);

interface Sent {
  fields: SentFields;
  files?: ReadonlyMap<string, readonly SentFile[]>;
}

/** A body without a kind is read as a form sends it by default. */
export function readBody(body: Buffer, contentType: string): Sent {
  if (isMultipart(contentType)) return readMultipart(body, contentType);
  const kind = (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
  if (kind === "" || kind === "application/x-www-form-urlencoded") return { fields: readUrlencoded(body) };
  if (/^[\w.-]+\/(?:[\w.-]+\+)?json$/.test(kind)) return { fields: readJsonFields(body) };
  throw new UnknownBodyKind(kind);
}

/** The server's own refusals of a body, before it was read, as ours. */
export function submissionFault(error: unknown, limit: number): unknown {
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 413) return new TooLargeSubmission(limit);
  return statusCode === 415 ? new UnknownBodyKind("none") : error;
}

const mostDrained = 96 * 1024 * 1024;
const longestDrainMs = 60_000;

/**
 * Takes the rest of a body that is refused, and drops it: a browser that is still sending shows a broken
 * connection instead of an answer that comes too early.
 */
export function drainBody(body: Readable, announced: number): Promise<void> {
  if (body.readableEnded || body.destroyed || announced > mostDrained) return Promise.resolve();
  return new Promise((resolve) => {
    let size = 0;
    const stop = () => {
      clearTimeout(timer);
      body.off("data", count).off("end", stop).off("close", stop).off("error", stop);
      resolve();
    };
    const count = (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostDrained) stop();
    };
    const timer = setTimeout(stop, longestDrainMs);
    body.on("data", count).on("end", stop).on("close", stop).on("error", stop).resume();
  });
}
