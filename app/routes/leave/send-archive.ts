import type { ActionFunctionArgs } from "@remix-run/node";
import { refusedForm } from "~/components/ui/form-state";
import { expectedError, statusOfKind } from "~/server/http-errors.server";
import { requireMember } from "~/server/session/require-member.server";
import { takeSentPiece } from "./sent-archive.server";

/** POST: a piece of the archive that the screen sends by script. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireMember(args.request, args.context, args.params.workspace, "workspace:manage");
  try {
    const { at, isWhole } = await takeSentPiece(args, session);
    return Response.json({ at }, { status: isWhole ? 202 : 200 });
  } catch (error) {
    const expected = expectedError(error);
    if (!expected) throw error;
    return Response.json(refusedForm(new FormData(), expected), { status: statusOfKind[expected.kind] });
  }
}
