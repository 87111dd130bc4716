import { type ActionFunctionArgs, data } from "@remix-run/node";
import { grantConsent } from "~/domain/consent/grant-consent.server";
import { withdrawConsent } from "~/domain/consent/withdraw-consent.server";
import { DomainError } from "~/domain/domain-error";
import { getLead } from "~/domain/leads/get-lead.server";
import { suppressEmail } from "~/domain/suppression/suppress-email.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireLead } from "./lead-request.server";

/** What a person told staff about being written to. */
export async function changeConsent(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, workspaceId, leadId } = await requireLead(args, "lead:edit");
  const form = await args.request.formData();
  const lead = await getLead(deps, workspaceId, leadId);
  if (!lead.email) throw data({ message: "This lead has no address." }, { status: 422 });
  const about = {
    workspaceId,
    leadId,
    addressHash: lead.addressHash,
    purpose: "mail",
    method: "staff",
  } as const;
  return answerForm(form, async () => {
    switch (form.get("intent")) {
      case "grant":
        await grantConsent(deps, member, { ...about, wording: String(form.get("wording") ?? "") });
        return { done: "The consent is noted, with you as its witness." };
      case "withdraw":
        await withdrawConsent(deps, member, about);
        return { done: "The consent is withdrawn. No campaign reaches this person any more." };
      case "stop":
        await suppressEmail(deps, member, { workspaceId, email: lead.email, reason: "objection" });
        return { done: "All marketing to this address is stopped." };
      default:
        throw new DomainError("invalid", "unknown_act", "This cannot be done with a lead.");
    }
  });
}
