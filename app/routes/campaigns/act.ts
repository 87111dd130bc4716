import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { copyCampaign } from "~/domain/campaigns/copy-campaign.server";
import { decideUnknown } from "~/domain/campaigns/decide-unknown.server";
import { deleteCampaign } from "~/domain/campaigns/delete-campaign.server";
import { pauseDelivery } from "~/domain/campaigns/pause-delivery.server";
import { resumeDelivery } from "~/domain/campaigns/resume-delivery.server";
import { retryFailed } from "~/domain/campaigns/retry-failed.server";
import { sendTest } from "~/domain/campaigns/send-test.server";
import { stopDelivery } from "~/domain/campaigns/stop-delivery.server";
import { DomainError } from "~/domain/domain-error";
import type { Permission } from "~/domain/workspaces/permission";
import { answerForm } from "~/server/session/answer-form.server";
import { campaignPath, requireCampaign } from "./campaign-request.server";

const permissions: Record<string, Permission> = {
  copy: "campaign:edit",
  delete: "campaign:edit",
  test: "campaign:edit",
  stop: "campaign:send",
  pause: "campaign:send",
  resume: "campaign:send",
  again: "campaign:send",
  retry: "campaign:send",
  leave: "campaign:send",
};

/** Acts on one campaign by a single press; each leads back to where its result is seen. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const act = String(form.get("act"));
  const permission = permissions[act];
  if (!permission) throw new DomainError("invalid", "unknown_act", "This cannot be done with a campaign.");
  const { member, account, workspace, workspaceId, campaignId } = await requireCampaign(args, permission);
  const { deps } = args.context;
  const input = { workspaceId, campaignId };
  const here = campaignPath(workspace.slug, campaignId);
  return answerForm(form, async () => {
    if (act === "copy") {
      const copy = await copyCampaign(deps, member, input);
      return redirect(campaignPath(workspace.slug, copy.id, "/edit"));
    }
    if (act === "delete") {
      await deleteCampaign(deps, member, input);
      return redirect(`/w/${workspace.slug}/campaigns`);
    }
    if (act === "test") {
      const to = { accountId: account.id, email: account.email, name: account.name };
      await sendTest(deps, member, { ...input, to });
      return redirect(`${here}/edit?tested`);
    }
    if (act === "stop") await stopDelivery(deps, member, input);
    if (act === "pause") await pauseDelivery(deps, member, input);
    if (act === "resume") await resumeDelivery(deps, member, input);
    if (act === "retry") await retryFailed(deps, member, input);
    if (act === "again" || act === "leave") await decideUnknown(deps, member, { ...input, choice: act });
    return redirect(here);
  });
}
