import type { ActionFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/domain-error";
import { uploadFilm } from "~/domain/files/upload-film.server";
import { requireMember } from "~/server/session/require-member.server";
import { answerJson } from "./page-request.server";

/** POST: one film, or captions of one, as multipart form data. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "page:edit");
  return answerJson(async () => {
    const form = await request.formData();
    const file = [...form.values()].find((value): value is File => value instanceof File);
    if (!file) throw new DomainError("invalid", "no_file", "Choose a file to upload.");
    const bytes = Buffer.from(await file.arrayBuffer());
    return uploadFilm(context.deps, member, { workspaceId: workspace.id, name: file.name, bytes });
  }, 201);
}
