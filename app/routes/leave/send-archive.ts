import type { ActionFunctionArgs } from "@remix-run/node";
import { refusedForm } from "~/components/ui/form-state";
import { expectedError, statusOfKind } from "~/server/http-errors.server";
import { requireMember } from "~/server/session/require-member.server";
import { importSentArchive } from "./sent-archive.server";

/** POST: the form of the screen, sent by script so that one sees how much has left. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireMember(args.request, args.context, args.params.workspace, "workspace:manage");
  try {
    await importSentArchive(args, session);
    return Response.json({}, { status: 202 });
  } catch (error) {
    const expected = expectedError(error);
    if (!expected) throw error;
    return Response.json(refusedForm(new FormData(), expected), { status: statusOfKind[expected.kind] });
  }
}
