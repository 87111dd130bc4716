import type { ActionFunctionArgs } from "@remix-run/node";
import { isDomainError } from "~/domain/domain-error";
import {
  acceptSubmission,
  rejectSubmissions,
  restoreSubmissions,
} from "~/domain/leads/decide-submissions.server";
import { publicId } from "~/lib/ids";
import { idsIn, requireLeads } from "./lead-request.server";

interface Answer {
  done?: string;
  message?: string;
  /** Ids of what was set aside, to take it back. */
  rejected?: string;
}

const counted = (count: number) => (count === 1 ? "One submission" : `${count} submissions`);

/** Accepts, rejects or takes back the chosen submissions. */
export async function decideQuarantine(args: ActionFunctionArgs): Promise<Answer> {
  const { deps } = args.context;
  const { member, workspaceId } = await requireLeads(args, "lead:edit");
  const form = await args.request.formData();
  const intent = form.get("intent");
  const given = intent === "restore" ? String(form.get("ids") ?? "").split(",") : form.getAll("submission");
  const submissionIds = idsIn(given, "submission").slice(0, 200);
  if (submissionIds.length === 0) return { message: "Choose at least one submission." };
  if (intent === "reject") {
    const count = await rejectSubmissions(deps, member, { workspaceId, submissionIds });
    const rejected = submissionIds.map((id) => publicId("submission", id)).join(",");
    return { done: `${counted(count)} set aside.`, rejected };
  }
  if (intent === "restore") {
    const count = await restoreSubmissions(deps, member, { workspaceId, submissionIds });
    return { done: `${counted(count)} back in quarantine.` };
  }
  let accepted = 0;
  for (const submissionId of submissionIds) {
    try {
      await acceptSubmission(deps, member, { workspaceId, submissionId });
      accepted += 1;
    } catch (error) {
      if (!isDomainError(error)) throw error;
    }
  }
  return { done: `${counted(accepted)} accepted.` };
}
