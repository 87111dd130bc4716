import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { listSections } from "~/domain/pages/list-sections.server";
import { saveSection } from "~/domain/pages/save-section.server";
import { requireMember } from "~/server/session/require-member.server";
import { answerJson } from "./page-request.server";
import { libraryOf, librarySection } from "./section-request.server";

/** The saved sections, for the editor. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  return answerJson(async () => ({ data: libraryOf(await listSections(context.deps, workspace.id)) }));
}

const given = z.object({ name: z.string(), project: z.unknown() });

/** POST: keeps a part of a page. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "page:edit");
  return answerJson(async () => {
    const parsed = given.safeParse(await request.json().catch(() => undefined));
    if (!parsed.success)
      throw new DomainError("invalid", "unreadable", "This could not be read as a section.");
    const { name, project } = parsed.data;
    const section = await saveSection(context.deps, member, {
      workspaceId: workspace.id,
      name,
      document: project,
    });
    return librarySection(section, 0);
  }, 201);
}
