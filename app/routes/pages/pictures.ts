import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { DomainError } from "~/domain/domain-error";
import { filePath, type StoredFile } from "~/domain/files/file";
import { listImages } from "~/domain/files/list-images.server";
import { isMoving } from "~/domain/files/read-image.server";
import { uploadImage } from "~/domain/files/upload-image.server";
import { requireMember } from "~/server/session/require-member.server";
import { answerJson } from "./page-request.server";

const maxAtOnce = 20;

/** A picture as the editor's chooser shows it: the middle size is what pages use. */
function shown({ variants, name, alt }: StoredFile, id: string) {
  const webp = variants.filter(({ format }) => format === "webp");
  const best = webp.findLast(({ width }) => width <= 960) ?? webp[0];
  if (!best) return [];
  return [{ type: "image", src: filePath(id, best), width: best.width, height: best.height, name, alt }];
}

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  return answerJson(async () => {
    const images = await listImages(context.deps, workspace.id);
    return { data: images.flatMap((image) => shown(image, image.id)) };
  });
}

/** POST: pictures to keep, as multipart form data. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "page:edit");
  return answerJson(async () => {
    const form = await request.formData();
    const files = [...form.values()].filter((value): value is File => value instanceof File);
    if (files.length === 0) throw new DomainError("invalid", "no_picture", "Choose a picture to upload.");
    if (files.length > maxAtOnce) {
      throw new DomainError("limit", "too_many_pictures", "Upload at most 20 pictures at once.");
    }
    const data: ReturnType<typeof shown> = [];
    const moving: string[] = [];
    for (const file of files) {
      const bytes = Buffer.from(await file.arrayBuffer());
      const stored = await uploadImage(context.deps, member, {
        workspaceId: workspace.id,
        name: file.name,
        bytes,
      });
      data.push(...shown(stored, stored.id));
      if (await isMoving(bytes)) moving.push(file.name);
    }
    const [first] = moving;
    return first
      ? { data, note: `“${first}” moves: pages show its first frame. For motion, put in a film.` }
      : { data };
  }, 201);
}
