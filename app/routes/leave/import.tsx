import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { ArchiveReport } from "~/components/leaving/archive-report";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { CheckboxField } from "~/components/ui/checkbox-field";
import { FileField } from "~/components/ui/file-field";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { Progress } from "~/components/ui/progress";
import { formatSize } from "~/components/ui/size";
import { SubmitButton } from "~/components/ui/submit-button";
import { isUnderWay } from "~/domain/termination/archive-import";
import { findArchiveImport } from "~/domain/termination/find-archive-import.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { importSentArchive } from "./sent-archive.server";
import { useUpload } from "./use-upload";

export const meta: MetaFunction = () => [{ title: "Import an archive · Foyer" }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "workspace:manage");
  const { latest, contents } = await findArchiveImport(context.deps, workspace.id);
  const { requestedBy, ...shown } = latest ?? {};
  return {
    base: `/w/${workspace.slug}`,
    shown: latest && (shown as Omit<typeof latest, "requestedBy">),
    closing: workspace.standing === "closing",
    underWay: latest !== undefined && isUnderWay(latest),
    contents,
    most: formatSize(context.deps.config.archiveBytes),
  };
}

/** Without script. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireMember(args.request, args.context, args.params.workspace, "workspace:manage");
  return answerForm(new FormData(), async () => {
    await importSentArchive(args, session);
    return redirect(new URL(args.request.url).pathname);
  });
}

const askAgainMs = 1500;
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000);

export default function ImportArchive() {
  const { base, shown, closing, underWay, contents, most } = useLoaderData<typeof loader>();
  const answer = useActionData() as FormState | undefined;
  const { revalidate } = useRevalidator();
  const { progress, refused, send } = useUpload(`${base}/archive`, revalidate);
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(revalidate, askAgainMs);
    return () => clearInterval(timer);
  }, [underWay, revalidate]);
  return (
    <Stack gap={6}>
      <p>
        <Link to={`${base}/settings/leave`}>Export and leave</Link>
      </p>
      {shown && <ArchiveReport shown={shown} base={base} />}
      {closing && <p>A workspace that closes takes no archive.</p>}
      {!closing && !underWay && contents !== undefined && shown?.state !== "done" && (
        <Notice
          tone="warn"
          title="This workspace is not empty"
          action={
            <LinkButton small to="/workspaces/new">
              Make a workspace
            </LinkButton>
          }
        >
          It has {contents}. An archive goes into a workspace in which nothing was made yet, so that nothing
          is mixed up or overwritten. Make a new one for it.
        </Notice>
      )}
      {!closing && !underWay && contents === undefined && (
        <Card title="Put an archive into this workspace">
          <p>
            The ZIP that an export of Foyer gave you, from here or from another instance. Pages, leads,
            consents with their proof and opt-outs come as they were; the site that this workspace began with
            gives way. Senders, domains, webhooks and keys stay off until you verify or make them again.
          </p>
          <ActionForm id="archive" state={refused ?? answer} encType="multipart/form-data" onSubmit={send}>
            <CheckboxField
              name="serve"
              value="yes"
              label="Put its pages online at once"
              hint="Its sites take their addresses here where these are free."
            />
            <FileField
              name="file"
              label="Archive"
              accept=".zip,application/zip"
              hint={`Up to ${most}. Larger ones: the operator's command foyer import.`}
              required
            />
            {progress ? (
              <Progress
                label="Sending"
                done={megabytes(progress.done)}
                total={Math.max(1, megabytes(progress.total))}
                noun="MB"
                detail={
                  progress.isWaiting
                    ? "The connection was lost. It is tried again, and goes on where it stopped."
                    : "Keep this page open until it is sent. Should it be interrupted, choose the same file again: it goes on where it stopped."
                }
              />
            ) : (
              <FormActions>
                <SubmitButton pendingLabel="Sending">Import</SubmitButton>
              </FormActions>
            )}
          </ActionForm>
        </Card>
      )}
    </Stack>
  );
}
