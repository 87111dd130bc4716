import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { updateSection } from "~/domain/pages/update-section.server";
import { answerJson } from "./page-request.server";
import { requireSection } from "./section-request.server";

const saved = z.object({
  revision: z.number().int().positive(),
  project: z.unknown().optional(),
  name: z.string().optional(),
});

/** PUT: the editor saves a saved section on top of the revision it knows. */
export async function action(args: ActionFunctionArgs) {
  const { member, sectionId, workspaceId } = await requireSection(args, "page:edit");
  return answerJson(async () => {
    const parsed = saved.safeParse(await args.request.json().catch(() => undefined));
    if (!parsed.success)
      throw new DomainError("invalid", "unreadable", "This could not be read as a section.");
    const { revision, project, name } = parsed.data;
    const section = await updateSection(args.context.deps, member, {
      workspaceId,
      sectionId,
      revision,
      name,
      document: project,
    });
    return { revision: section.revision };
  });
}
