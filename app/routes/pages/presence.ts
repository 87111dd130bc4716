import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { notePageClosed, notePageOpen } from "~/domain/pages/note-page-open.server";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { isId } from "~/lib/ids";
import { answerJson, requirePage } from "./page-request.server";

const said = z.object({ tab: z.string().refine(isId), leaves: z.boolean().optional() });

/** POST: a tab of the editor says that it is open, or that it closes, and learns who else is here. */
export async function action(args: ActionFunctionArgs) {
  const { member, pageId, workspaceId } = await requirePage(args, "page:edit");
  const { deps } = args.context;
  return answerJson(async () => {
    const parsed = said.safeParse(await args.request.json().catch(() => undefined));
    if (!parsed.success) throw new DomainError("invalid", "unreadable", "Say which tab is open.");
    const at = { workspaceId, pageId, tabId: parsed.data.tab };
    if (parsed.data.leaves) {
      await notePageClosed(deps, at);
      return {};
    }
    const presence = await notePageOpen(deps, member, at);
    const { members } = await listMembers(deps, workspaceId);
    const nameOf = (accountId: string) => {
      const found = members.find((one) => one.accountId === accountId);
      return found?.name || found?.email || "Someone";
    };
    return {
      others: presence.others.map((id) => ({ name: nameOf(id), isYou: id === member.accountId })),
      revision: presence.revision,
      savedAt: presence.savedAt,
      savedBy: presence.savedBy ? nameOf(presence.savedBy) : "The API",
    };
  });
}
