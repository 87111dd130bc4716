import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/domain-error";
import type { StoredFile } from "~/domain/files/file";
import { listDownloads } from "~/domain/files/list-images.server";
import { uploadDownload } from "~/domain/files/upload-download.server";
import { requireMember } from "~/server/session/require-member.server";
import { answerJson } from "./page-request.server";

const shown = ({ id, name, size }: StoredFile) => ({ id, name, size });

/** Files that a form can hand over. */
export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  return answerJson(async () => ({ data: (await listDownloads(context.deps, workspace.id)).map(shown) }));
}

/** POST: one file, as multipart form data. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "page:edit");
  return answerJson(async () => {
    const form = await request.formData();
    const file = [...form.values()].find((value): value is File => value instanceof File);
    if (!file) throw new DomainError("invalid", "no_file", "Choose a file to upload.");
    const bytes = Buffer.from(await file.arrayBuffer());
    const workspaceId = workspace.id;
    return shown(await uploadDownload(context.deps, member, { workspaceId, name: file.name, bytes }));
  }, 201);
}
