import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { type FormState, invalidForm, refusedForm } from "~/components/ui/form-state";
import type { Deps } from "~/domain/deps";
import { isDomainError } from "~/domain/domain-error";
import type { MemberActor } from "~/domain/workspaces/authorise-member.server";
import { changeMemberRole, removeMember } from "~/domain/workspaces/change-member.server";
import { invitationSchema, inviteMember, withdrawInvitation } from "~/domain/workspaces/invite-member.server";
import { roles } from "~/domain/workspaces/permission";

export interface MembersAnswer extends FormState {
  intent: string;
  done?: string;
}

const id = z.string().length(26);

const acts = z.discriminatedUnion("intent", [
  invitationSchema.extend({ intent: z.literal("invite") }),
  z.object({ intent: z.literal("withdraw"), invitationId: id }),
  z.object({ intent: z.literal("change-role"), accountId: id, role: z.enum(roles) }),
  z.object({ intent: z.literal("remove"), accountId: id }),
]);

/** Everything the page of members can ask for: one intent, one use case. */
export async function changeMembers(deps: Deps, member: MemberActor, form: FormData) {
  const intent = String(form.get("intent") ?? "");
  const parsed = acts.safeParse(Object.fromEntries(form));
  const answer = (more: Omit<MembersAnswer, "intent">, status = 200) =>
    data<MembersAnswer>({ intent, ...more }, { status });
  if (!parsed.success) return answer(invalidForm(form, parsed.error.issues), 422);
  const { workspaceId } = member;
  const act = parsed.data;
  try {
    switch (act.intent) {
      case "invite":
        await inviteMember(deps, member, { workspaceId, email: act.email, role: act.role });
        return answer({ done: `An invitation to ${act.email} is on its way. It works for seven days.` });
      case "withdraw":
        await withdrawInvitation(deps, member, { workspaceId, invitationId: act.invitationId });
        return answer({ done: "The invitation was withdrawn." });
      case "change-role":
        await changeMemberRole(deps, member, { workspaceId, accountId: act.accountId, role: act.role });
        return answer({ done: "The role was changed." });
      case "remove":
        await removeMember(deps, member, { workspaceId, accountId: act.accountId });
        if (act.accountId === member.accountId) return redirect("/workspaces");
        return answer({ done: "The person was taken out. What they made stays." });
    }
  } catch (error) {
    const status = isDomainError(error) && error.kind === "forbidden" ? 403 : 422;
    return answer(refusedForm(form, error), status);
  }
}
