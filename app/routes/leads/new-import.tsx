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
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { DomainError } from "~/domain/domain-error";
import { startLeadImport } from "~/domain/leads/start-lead-import.server";
import { publicId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireLeads } from "./lead-request.server";

export const meta: MetaFunction = () => [{ title: "Import leads · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { base } = await requireLeads(args, "lead:edit");
  return { base };
}

const bases = ["none", "consent", "legitimate_interest"] as const;

export async function action(args: ActionFunctionArgs) {
  const { member, workspaceId, base } = await requireLeads(args, "lead:edit");
  const form = await args.request.formData();
  return answerForm(form, async () => {
    const file = form.get("file");
    if (!(file instanceof File) || file.size === 0) {
      throw new DomainError("invalid", "file_missing", "Choose a CSV file. Nothing was imported.", {
        fields: { file: "Choose a file." },
      });
    }
    const basis = bases.find((one) => one === form.get("basis")) ?? "none";
    const started = await startLeadImport(args.context.deps, member, {
      workspaceId,
      file: file.name,
      source: file.stream() as unknown as AsyncIterable<Uint8Array>,
      options: { basis, wording: String(form.get("wording") ?? "") },
    });
    return redirect(`${base}/imports/${publicId("import", started.id)}`);
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
            hint="The first row names the columns. Addresses, first and last names are found by themselves, in most languages; the other columns become fields. Up to 10 MB here, larger files through the API."
          />
          <RadioGroup
            name="basis"
            legend="May these people be written to?"
            defaultValue="none"
            framed
            options={[
              {
                value: "none",
                label: "Not yet",
                hint: "They become leads. No campaign reaches them until they agree.",
              },
              {
                value: "consent",
                label: "They agreed elsewhere",
                hint: "Marked as imported, with what you write below as proof. People who answered here before keep their answer.",
              },
              {
                value: "legitimate_interest",
                label: "There is a legitimate interest",
                hint: "For instance customers, told about similar goods, who could object each time.",
              },
            ]}
          />
          <TextArea
            name="wording"
            label="What they agreed to and where, or what the interest is"
            hint="Kept as evidence for each person."
            maxLength={2000}
            rows={3}
            optional
          />
          <FormActions>
            <SubmitButton pendingLabel="Uploading">Import</SubmitButton>
            <LinkButton tone="quiet" to={`${base}/imports`}>
              Cancel
            </LinkButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
