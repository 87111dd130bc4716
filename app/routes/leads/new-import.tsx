import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { FileField } from "~/components/ui/file-field";
import { FormActions } from "~/components/ui/form-section";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import { DomainError } from "~/domain/domain-error";
import { uploadLeadImport } from "~/domain/leads/start-lead-import.server";
import { publicId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireLeads } from "./lead-request.server";

export const meta: MetaFunction = () => [{ title: "Import leads · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { base } = await requireLeads(args, "lead:edit");
  return { base };
}

export async function action(args: ActionFunctionArgs) {
  const { workspaceId, base } = await requireLeads(args, "lead:edit");
  const form = await args.request.formData();
  return answerForm(form, async () => {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      throw new DomainError("invalid", "file_missing", "Choose a CSV file. Nothing was imported.", {
        fields: { file: "Choose a file." },
      });
    }
    const draft = await uploadLeadImport(args.context.deps, {
      workspaceId,
      file: file.name,
      source: file.stream() as unknown as AsyncIterable<Uint8Array>,
    });
    return redirect(`${base}/imports/${publicId("import", draft.id)}/columns`);
  });
}

export default function NewImport() {
  const { base } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  return (
    <Stack gap={4} narrow>
      <PageHeader back={{ to: `${base}/imports`, label: "Imports" }} title="Import leads" />
      <Card>
        <ActionForm state={state} encType="multipart/form-data">
          <FileField
            name="file"
            label="CSV file"
            accept=".csv,.txt,.tsv,text/csv"
            hint="The first row names the columns. What each of them becomes you see and choose next; nothing is imported before. Up to 10 MB here, larger files through the API."
          />
          <FormActions>
            <SubmitButton pendingLabel="Uploading">Go on</SubmitButton>
            <LinkButton tone="quiet" to={`${base}/imports`}>
              Cancel
            </LinkButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
