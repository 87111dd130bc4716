import { countLateLead } from "~/domain/analytics/count-late-lead.server";
import { createWebhookInterest, queueWebhooks, toldEvents } from "~/domain/developer/queue-webhooks.server";
import { tellOfStoppedKeys } from "~/domain/developer/tell-of-stopped-keys.server";
import { defineReaction, type Reaction } from "~/domain/events/dispatch-events.server";
import type { EventType } from "~/domain/events/event";
import { sendDownload } from "~/domain/forms/send-download.server";
import { eraseLeadFiles } from "~/domain/leads/erase-lead-files.server";
import { eraseTraces } from "~/domain/privacy/erase-traces.server";
import { takeOffTestimonial } from "~/domain/publishing/take-off-testimonial.server";
import { forgetQuoted } from "~/domain/testimonials/delete-testimonial.server";
import type { ServerDeps } from "./server-deps";

/** Endpoints of customers are told of what they asked for. */
function webhookReactions(deps: ServerDeps): Reaction[] {
  const isHeard = createWebhookInterest();
  return (Object.keys(toldEvents) as EventType[]).map((type) =>
    defineReaction(
      type,
      "developer.queue-webhooks",
      (tx, _payload, event) => queueWebhooks(deps, tx, event),
      (tx, { workspaceId }) => isHeard(tx, workspaceId),
    ),
  );
}

/** THE list from event to job. */
export const reactions = (deps: ServerDeps): readonly Reaction[] => [
  defineReaction("download.requested", "forms.send-download", (tx, { submissionId }, { workspaceId }) =>
    sendDownload(deps, tx, { workspaceId, submissionId }),
  ),
  defineReaction("submission.accepted", "forms.send-download", (tx, { submissionId }, { workspaceId }) =>
    sendDownload(deps, tx, { workspaceId, submissionId }),
  ),
  defineReaction("lead.erased", "leads.erase-files", (tx, { leadId }, { workspaceId }) =>
    eraseLeadFiles(deps, tx, { workspaceId, leadId }),
  ),
  defineReaction("lead.erased", "privacy.erase-traces", (tx, { leadId }, { workspaceId }) =>
    eraseTraces(deps, tx, { workspaceId, leadId }),
  ),
  defineReaction("lead.erased", "testimonials.forget", (tx, { addressHash = "" }, { workspaceId }) =>
    forgetQuoted(deps, tx, { workspaceId, addressHash }),
  ),
  defineReaction("testimonial.withdrawn", "publishing.take-off", (tx, { testimonialId }, { workspaceId }) =>
    takeOffTestimonial(deps, tx, { workspaceId, testimonialId }),
  ),
  defineReaction(
    "submission.accepted",
    "analytics.count-late-lead",
    (tx, { submissionId }, { workspaceId }) => countLateLead(tx, { workspaceId, submissionId }),
  ),
  defineReaction("member.changed", "developer.tell-of-stopped-keys", (tx, { accountId }, { workspaceId }) =>
    tellOfStoppedKeys(deps, tx, { workspaceId, accountId }),
  ),
  ...webhookReactions(deps),
];
