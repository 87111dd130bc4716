import { peopleGoLetter } from "~/emails/retention-letters";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { mailReachesPeople } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { announcePeopleGo } from "../workspaces/announce-people-go.server";
import { findWorkspaceById } from "../workspaces/find-workspace.server";
import { listMembers } from "../workspaces/list-members.server";
import type { DuePeople } from "./end-due-people.server";

const toldDaysBefore = 14;
const dayMs = 86_400_000;

/** People go by their age only once the owners of the workspace knew of it for two weeks, or chose the periods. */
export const mayPeopleGo = (peopleGoFrom: number | undefined, now: number): boolean =>
  peopleGoFrom !== undefined && peopleGoFrom <= now;

/** One letter to the owners, before the first person of a workspace goes by age. None while mail would reach nobody. */
export async function tellOwners(
  deps: Deps,
  actor: Actor,
  workspaceId: string,
  due: DuePeople,
): Promise<boolean> {
  const people = due.leads + due.mail_histories;
  const workspace = people > 0 ? await findWorkspaceById(deps, workspaceId) : undefined;
  if (!workspace || !mailReachesPeople(deps.config)) return false;
  const { members } = await listMembers(deps, workspaceId);
  const owners = members.filter(({ role }) => role === "owner");
  if (owners.length === 0) return false;
  const from = deps.clock.now() + toldDaysBefore * dayMs;
  const view = peopleGoLetter({
    workspaceName: workspace.name,
    people,
    from: new Date(from).toISOString().slice(0, 10),
    url: deps.urls.app(`/w/${workspace.slug}/settings/retention`),
  });
  return deps.transact(async (tx) => {
    if (!(await announcePeopleGo(tx, { workspaceId, from }))) return false;
    for (const { email: to } of owners) {
      await queueTransactionalMail(deps, tx, { workspaceId: "", kind: "notice", to, view });
    }
    await recordAudit(deps, tx, {
      ...{ workspaceId, actor, action: "retention:announce" },
      ...{ targetKind: "workspace", targetId: workspaceId, detail: { people, from } },
    });
    return true;
  });
}
