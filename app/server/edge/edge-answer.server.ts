import type { FastifyReply } from "fastify";
import { wholeAnswer } from "../door/wire-head";

/** An answer before it is known who sends it: the router, or the door below it. */
export interface EdgeAnswer {
  status: number;
  /** Name, value, name, value; values in ASCII. */
  headers: readonly string[];
  body: string;
}

/** An address as a header may hold it: whatever is not plain ASCII is percent-encoded, line breaks included. */
export const headerAddress = (address: string): string =>
  address.replace(/[\ud800-\udfff]/gu, "\ufffd").replace(/[^\x21-\x7e]/gu, encodeURIComponent);

export function sendAnswer(reply: FastifyReply, { status, headers, body }: EdgeAnswer): FastifyReply {
  reply.status(status);
  for (let at = 0; at < headers.length; at += 2) reply.header(headers[at] ?? "", headers[at + 1]);
  return reply.send(body);
}

export const answerBytes = ({ status, headers, body }: EdgeAnswer): Buffer =>
  wholeAnswer(status, [...headers, "content-length", String(Buffer.byteLength(body))], body);
