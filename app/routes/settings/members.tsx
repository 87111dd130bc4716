import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { InvitationList } from "~/components/members/invitation-list";
import { InviteForm } from "~/components/members/invite-form";
import { MemberTable } from "~/components/members/member-table";
import { Card } from "~/components/ui/card";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { isAtWork } from "~/domain/developer/api-key";
import { listApiKeys } from "~/domain/developer/list-api-keys.server";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { mayDo, mayGrant, roles } from "~/domain/workspaces/permission";
import { requireMember } from "~/server/session/require-member.server";
import { changeMembers, type MembersAnswer } from "./change-members.server";

export const meta: MetaFunction = () => [{ title: "Members · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  const { members, invitations } = await listMembers(context.deps, workspace.id);
  const mayManage = mayDo(member.role, "member:manage");
  const keys = mayDo(member.role, "api-key:manage") ? await listApiKeys(context.deps, workspace.id) : [];
  return {
    members: members.map(({ accountId, name, email, role, since }) => ({
      accountId,
      name,
      email,
      role,
      since,
      keys: keys.filter((key) => key.heldBy === accountId && isAtWork(key)).map((key) => key.name),
      isSelf: accountId === member.accountId,
      mayChange: mayManage && mayGrant(member.role, role),
    })),
    invitations: mayManage ? invitations : [],
    grantable: roles.filter((role) => mayGrant(member.role, role)),
    timeZone: workspace.timeZone,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member } = await requireMember(request, context, params.workspace);
  return changeMembers(context.deps, member, await request.formData());
}

export default function Members() {
  const { members, invitations, grantable, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData() as MembersAnswer | undefined;
  const invited = answer?.intent === "invite" ? answer : undefined;
  return (
    <Stack gap={6}>
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {answer?.message && answer.intent !== "invite" && (
        <Notice tone="bad" live="assertive">
          {answer.message}
        </Notice>
      )}
      <MemberTable members={members} grantable={grantable} timeZone={timeZone} />
      {grantable.length > 0 && (
        <Card title="Invite somebody">
          <InviteForm key={invitations.length} state={invited} grantable={grantable} />
        </Card>
      )}
      <InvitationList invitations={invitations} timeZone={timeZone} />
    </Stack>
  );
}
