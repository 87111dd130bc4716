import type { ActionFunctionArgs } from "@remix-run/node";
import { type FormState, refusedForm } from "~/components/ui/form-state";
import type { ImportProgress } from "~/domain/pages/page-package";
import { expectedError, statusOfKind } from "~/server/http-errors.server";
import { requireMember } from "~/server/session/require-member.server";
import { type ImportDone, importFromForm } from "./import-request.server";

/** One line of the answer: how far it is, what came of it, or why it was refused. */
export type ImportLine =
  | { progress: ImportProgress }
  | { done: ImportDone }
  | { refused: FormState; status: number };

/** POST: the same form as the screen's, answered line by line while it is worked on. Leaving does not stop it. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireMember(args.request, args.context, args.params.workspace, "page:edit");
  const form = await args.request.formData();
  const lines = new TransformStream<ImportLine, Uint8Array>({
    transform: (line, stream) => stream.enqueue(new TextEncoder().encode(`${JSON.stringify(line)}\n`)),
  });
  const writer = lines.writable.getWriter();
  const say = (line: ImportLine) => void writer.write(line).catch(() => undefined);
  const work = importFromForm(args, session, form, (progress) => say({ progress }))
    .then((done) => say({ done }))
    .catch((error) => {
      const expected = expectedError(error);
      if (!expected) args.context.deps.log.error({ err: error }, "an import of a page failed");
      say(
        expected
          ? { refused: refusedForm(form, expected), status: statusOfKind[expected.kind] }
          : { refused: { message: "Something went wrong on our side. Nothing was imported." }, status: 500 },
      );
    });
  void work.finally(() => writer.close().catch(() => undefined));
  return new Response(lines.readable, {
    headers: { "content-type": "application/x-ndjson; charset=utf-8", "cache-control": "no-store" },
  });
}
