import type { FastifyReply, FastifyRequest } from "fastify";
import { openStripeEvent } from "~/domain/billing/open-stripe-event.server";
import { takeStripeEvent } from "~/domain/billing/take-stripe-event.server";
import type { ServerDeps } from "../server-deps";
import { problemAnswer } from "./problem-answer.server";

/** Checks and notes; the work is a job, so that Stripe never waits. */
export async function takeFromStripe(deps: ServerDeps, request: FastifyRequest, reply: FastifyReply) {
  const { billing } = deps.config;
  if (!billing) {
    const words = "This instance takes no payments, so it takes no events of Stripe.";
    return problemAnswer(reply, 404, "not_configured", words);
  }
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const opened = openStripeEvent(deps, body, String(request.headers["stripe-signature"] ?? ""));
  if (opened === "unsigned") {
    const words = "The signature is missing, wrong or too old. Nothing was noted.";
    return problemAnswer(reply, 403, "signature_invalid", words);
  }
  if (opened === "unreadable") {
    return problemAnswer(reply, 400, "body_unreadable", "The body is no event. Nothing was noted.");
  }
  if (opened.live !== billing.live) {
    const words = `The event is of ${opened.live ? "live" : "test"} mode, and this instance is not. Nothing was noted.`;
    return problemAnswer(reply, 400, "mode_differs", words);
  }
  await takeStripeEvent(deps, opened);
  return reply.status(200).send({ received: true });
}
