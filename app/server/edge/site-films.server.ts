import { Readable } from "node:stream";
import type { FastifyReply } from "fastify";
import type { FoundFilm } from "~/domain/files/find-film.server";
import { readByteRange } from "./byte-range";

/** Sends a film, or the part that a player asks for; never more of it is in memory than a piece. */
export function sendFilm(reply: FastifyReply, { contentType, size, read }: FoundFilm): FastifyReply {
  const range = readByteRange(reply.request.headers.range, size);
  reply
    .type(contentType)
    .header("cache-control", "public, max-age=31536000, immutable")
    .header("x-content-type-options", "nosniff")
    .header("content-security-policy", "default-src 'none'; sandbox")
    .header("cross-origin-resource-policy", "cross-origin")
    .header("accept-ranges", "bytes");
  if (range === "outside")
    return reply.status(416).header("content-range", `bytes */${size}`).type("text/plain").send("");
  const part = range === "none" ? { from: 0, to: size - 1 } : range;
  if (range !== "none") reply.status(206).header("content-range", `bytes ${part.from}-${part.to}/${size}`);
  return reply.header("content-length", part.to - part.from + 1).send(Readable.from(read(part)));
}
