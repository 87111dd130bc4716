import type { FastifyInstance, FastifyRequest } from "fastify";
import { readMultipart, readUrlencoded, type SentFields } from "~/lib/sent-fields";

const limit = 64 * 1024;

/** Whatever is sent to a link is taken as bytes: mail programs name their content in many ways. */
export function takeAnyBody(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: limit }, (_request, body, done) =>
    done(null, body),
  );
}

/** Fields of a form; nothing when the body is none. */
export function sentFields(request: FastifyRequest): SentFields {
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const type = request.headers["content-type"] ?? "";
  try {
    return /^multipart\/form-data/i.test(type) ? readMultipart(body, type).fields : readUrlencoded(body);
  } catch {
    return new Map();
  }
}
