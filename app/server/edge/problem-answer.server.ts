import type { FastifyReply } from "fastify";

/** RFC 9457, for programs of others. */
export const problemAnswer = (reply: FastifyReply, status: number, code: string, title: string) =>
  reply.status(status).type("application/problem+json; charset=utf-8").send({ title, status, code });
