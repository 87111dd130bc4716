import { createPublicKey, verify } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { noteProviderEvent } from "~/domain/campaigns/note-provider-event.server";
import { readSendgridEvent, sendgridBatch } from "~/domain/mail/sendgrid-event";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { problemAnswer as answer } from "./problem-answer.server";
import { takeFromStripe } from "./stripe-events.server";

const bodyLimit = 4 * 1024 * 1024;
const toleranceMs = 10 * 60_000;

/** ECDSA over the time and the bytes as they came, as SendGrid signs its event webhook. */
function isSigned(request: FastifyRequest, body: Buffer, key: string, now: number): boolean {
  const signature = String(request.headers["x-twilio-email-event-webhook-signature"] ?? "");
  const time = String(request.headers["x-twilio-email-event-webhook-timestamp"] ?? "");
  if (!signature || !/^\d{1,12}$/.test(time) || Math.abs(now - Number(time) * 1000) > toleranceMs)
    return false;
  const publicKey = createPublicKey({ key: Buffer.from(key, "base64"), format: "der", type: "spki" });
  try {
    return verify(
      "sha256",
      Buffer.concat([Buffer.from(time), body]),
      publicKey,
      Buffer.from(signature, "base64"),
    );
  } catch {
    return false;
  }
}

/** `/inbound/...`: signed news of providers. What is not configured or not built says so. */
export function registerInboundEvents(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const constraints = { surface: surfaces.app };
  const key = deps.config.mail.sendgridWebhookKey;

  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit }, (_request, body, done) =>
      done(null, body),
    );

    scope.post("/inbound/sendgrid", { constraints }, async (request, reply) => {
      if (!key) {
        return answer(
          reply,
          404,
          "not_configured",
          "This instance takes no events of SendGrid: SENDGRID_WEBHOOK_KEY is not set.",
        );
      }
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSigned(request, body, key, deps.clock.now())) {
        return answer(
          reply,
          403,
          "signature_invalid",
          "The signature is missing, wrong or too old. Nothing was noted.",
        );
      }
      let batch: unknown[];
      try {
        batch = sendgridBatch.parse(JSON.parse(body.toString("utf8")));
      } catch {
        return answer(reply, 400, "body_unreadable", "The body is no list of events. Nothing was noted.");
      }
      for (const given of batch) {
        const event = readSendgridEvent(given);
        if (event) await noteProviderEvent(deps, event);
      }
      return reply.status(204).send();
    });

    scope.post("/inbound/stripe", { constraints }, (request, reply) => takeFromStripe(deps, request, reply));
  });
}
