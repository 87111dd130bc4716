import type { FastifyRequest } from "fastify";
import { type FormDefinition, fileLimits } from "~builder/document/form-definition";
import { TooLargeSubmission } from "./form-submissions-bodies";

const overhead = 256 * 1024;
/** Of large bodies so much is in memory at the same time. Who only announces one holds nothing. */
const mostHeld = 6 * (fileLimits.formBytes + overhead);
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

/** Reads multipart bodies: large ones only for forms that ask for files, and only so much of them at a time. */
export function createUploadReader({ plainLimit, takesFiles: mayBeLarge }: Limits) {
  let held = 0;

  /** To its end, also when it is refused on the way: only then does its sender hear the answer. */
  async function read(request: FastifyRequest, payload: AsyncIterable<Buffer>, limit: number) {
    const isLarge = limit > plainLimit;
    const chunks: Buffer[] = [];
    let size = 0;
    let kept = 0;
    let isCrowded = false;
    const drop = () => {
      held -= kept;
      kept = 0;
      chunks.length = 0;
    };
    try {
      for await (const chunk of payload) {
        size += chunk.length;
        if (size > mostHeard) break;
        isCrowded ||= isLarge && held + chunk.length > mostHeld;
        if (isCrowded || size > limit) drop();
        else chunks.push(chunk);
        if (isLarge && chunks.length > 0) {
          kept += chunk.length;
          held += chunk.length;
        }
      }
      if (size > limit) throw new TooLargeSubmission(Math.min(limit, fileLimits.formBytes));
      if (isCrowded) throw new TooManyUploads("too many uploads at once");
      request.log.debug({ size }, "a form with files was read");
      return Buffer.concat(chunks, size);
    } finally {
      drop();
    }
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
    return read(request, payload, limit);
  };
}
