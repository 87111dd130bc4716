import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { updatePage } from "~/domain/pages/update-page.server";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { answerJson, requirePage } from "./page-request.server";

const saved = z.object({
  revision: z.number().int().positive(),
  project: z.unknown().optional(),
  settings: z
    .object({
      title: z.string(),
      path: z.string(),
      description: z.string(),
      language: z.string(),
    })
    .partial()
    .optional(),
});

/** PUT: the editor saves its project, or the settings, on top of the revision it knows. */
export async function action(args: ActionFunctionArgs) {
  const { member, pageId, workspaceId } = await requirePage(args, "page:edit");
  const { deps } = args.context;
  return answerJson(async () => {
    const parsed = saved.safeParse(await args.request.json().catch(() => undefined));
    if (!parsed.success) throw new DomainError("invalid", "unreadable", "This could not be read as a page.");
    const { revision, project, settings } = parsed.data;
    try {
      const page = await updatePage(deps, member, {
        workspaceId,
        pageId,
        revision,
        document: project,
        ...settings,
      });
      const { title, path, description, language, state } = page;
      return {
        revision: page.revision,
        state,
        settings: { title, path, description, language },
        removed: page.removed,
      };
    } catch (error) {
      throw await withName(error, async () => (await listMembers(deps, workspaceId)).members);
    }
  });
}

type Named = { accountId: string; name: string; email: string };

/** Adds to a conflict the name of who saved in between. */
async function withName(error: unknown, members: () => Promise<Named[]>): Promise<unknown> {
  if (!(error instanceof DomainError) || error.code !== "page_changed") return error;
  const more = error.details.data as { savedBy?: string } | undefined;
  const who = (await members()).find(({ accountId }) => accountId === more?.savedBy);
  return new DomainError(error.kind, error.code, error.safeMessage, {
    data: { ...more, savedByName: who ? who.name || who.email : "" },
  });
}
