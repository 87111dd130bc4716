import type { FormDefinition } from "~builder/document/form-definition";
import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import { findDownload } from "../files/find-download.server";
import { findLeadOf, findSubmission } from "../leads/find-submission.server";
import { platformMailbox } from "../mail/platform-mailbox.server";
import { queueTransactionalMail } from "../mail/queue-transactional-mail.server";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { standingAllows } from "../workspaces/standing";
import { downloadMail } from "./download-mail";
import { downloadToken } from "./download-token.server";
import { readFormDefinition } from "./find-form.server";

export const handsOverByMail = (definition: Pick<FormDefinition, "download">): boolean =>
  definition.download !== undefined && definition.download.by !== "page";

/**
 * Sends the link to what a form promised. It was asked for, so it needs no consent to anything else; an address that
 * cannot be reached, a file or a person that is gone: nothing is sent.
 */
export async function sendDownload(
  deps: Pick<Deps, "clock" | "ids" | "keys" | "config" | "urls">,
  tx: Executor,
  { workspaceId, submissionId }: { workspaceId: string; submissionId: string },
): Promise<void> {
  const submission = await findSubmission(tx, workspaceId, submissionId);
  if (submission?.state !== "accepted") return;
  const { formId, pageVersionId } = submission;
  const definition = await readFormDefinition(tx, workspaceId, formId, pageVersionId);
  if (!definition?.download || !handsOverByMail(definition)) return;
  const lead = await findLeadOf(tx, submission, workspaceId);
  const file = await findDownload(tx, workspaceId, definition.download.fileId);
  const workspace = await getWorkspace(tx, workspaceId);
  if (!lead?.email || !file || !standingAllows(workspace.standing, "serve")) return;
  const from = workspace.privacySettings.controller || workspace.name;
  const replyTo = workspace.privacySettings.contact;
  const token = downloadToken(deps, { workspaceId, submissionId, fileId: file.id }, "mail");
  await queueTransactionalMail(deps, tx, {
    workspaceId,
    kind: "download",
    to: lead.email,
    from: { ...platformMailbox(deps.config), name: from },
    ...(/^\S+@\S+$/.test(replyTo) ? { replyTo: { name: from, email: replyTo } } : {}),
    view: downloadMail({
      from,
      fileName: file.name,
      link: deps.urls.link(`/d/${token}`),
      language: submission.source.language ?? "en",
    }),
  });
}
