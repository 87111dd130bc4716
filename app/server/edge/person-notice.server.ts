import type { FastifyReply, FastifyRequest } from "fastify";
import { type NoticeKind, noticePage } from "./site-notice.server";

/** A browser with a person before it, not a program of somebody: those get problem+json. */
export const isPerson = ({ headers, raw }: FastifyRequest): boolean =>
  (headers.accept ?? "").includes("text/html") && !(raw.url ?? "").startsWith("/api/");

/** What no page and no route answers, in words of the visitor's language. */
export function sendPersonNotice(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  kind: NoticeKind,
): FastifyReply {
  const language = request.headers["accept-language"] ?? "en";
  const { html, headers } = noticePage(kind, { name: "", language }, false);
  return reply
    .status(status)
    .headers({ ...headers, vary: "accept-language", "x-content-type-options": "nosniff" })
    .type("text/html; charset=utf-8")
    .send(html);
}
