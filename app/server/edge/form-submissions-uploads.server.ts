import type { FastifyRequest } from "fastify";
import { UnreadableFields } from "~/lib/sent-fields";
import { type FormDefinition, fileLimits } from "~builder/document/form-definition";
import { TooLargeSubmission } from "./form-submissions-bodies";

/** Files that are read at the same time; each holds its body in memory. */
const mostAtOnce = 6;
const overhead = 256 * 1024;
const slowestMs = 120_000;
/** Of a body that does not say how long it is: heard to its end, so that its sender hears the answer. */
const mostHeard = 96 * 1024 * 1024;

export class TooManyUploads extends Error {
  override name = "TooManyUploads";
}

export const takesFiles = (definition: FormDefinition | undefined): boolean =>
  definition?.fields.some((field) => field.type === "file") ?? false;

interface Limits {
  plainLimit: number;
  takesFiles(request: FastifyRequest): Promise<boolean>;
}

/** Reads multipart bodies: large ones only for forms that ask for files, and only a few at a time. */
export function createUploadReader({ plainLimit, takesFiles: mayBeLarge }: Limits) {
  let running = 0;

  async function read(
    request: FastifyRequest,
    payload: AsyncIterable<Buffer>,
    limit: number,
  ): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let size = 0;
    const end = Date.now() + slowestMs;
    for await (const chunk of payload) {
      size += chunk.length;
      if (size > mostHeard) break;
      if (Date.now() > end) throw new UnreadableFields("too slow");
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    }
    if (size > limit) throw new TooLargeSubmission(Math.min(limit, fileLimits.formBytes));
    request.log.debug({ size }, "a form with files was read");
    return Buffer.concat(chunks, size);
  }

  return async (request: FastifyRequest, payload: AsyncIterable<Buffer>): Promise<Buffer> => {
    const announced = Number(request.headers["content-length"] ?? Number.NaN);
    if (announced <= plainLimit) return read(request, payload, plainLimit);
    if (!(await mayBeLarge(request))) {
      // A proxy that passes a body on in pieces announces no length.
      if (Number.isNaN(announced)) return read(request, payload, plainLimit);
      throw new TooLargeSubmission(plainLimit);
    }
    const limit = fileLimits.formBytes + overhead;
    if (announced > limit) throw new TooLargeSubmission(fileLimits.formBytes);
    if (running >= mostAtOnce) throw new TooManyUploads("too many uploads at once");
    running += 1;
    try {
      return await read(request, payload, limit);
    } finally {
      running -= 1;
    }
  };
}
