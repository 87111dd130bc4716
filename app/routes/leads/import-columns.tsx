import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ColumnChoices } from "~/components/leads/column-choices";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { formatCount } from "~/components/ui/count";
import { FormActions } from "~/components/ui/form-section";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { DomainError } from "~/domain/domain-error";
import { beginLeadImport, discardImportDraft, readImportDraft } from "~/domain/leads/import-draft.server";
import { importProblemWords } from "~/domain/leads/lead-import";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { getLeadImport } from "~/domain/leads/start-lead-import.server";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireLeads } from "./lead-request.server";

export const meta: MetaFunction = () => [{ title: "Columns of an import · Foyer" }];

async function requireDraft(args: LoaderFunctionArgs) {
  const session = await requireLeads(args, "lead:edit");
  const importId = storedId("import", args.params.import ?? "");
  if (!importId) throw data({ message: "There is no such import." }, { status: 404 });
  const at = { workspaceId: session.workspaceId, importId };
  const shown = await getLeadImport(args.context.deps, session.workspaceId, importId);
  return {
    ...session,
    at,
    state: shown.state,
    here: `${session.base}/imports/${publicId("import", importId)}`,
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const { at, base, here, state } = await requireDraft(args);
  if (state !== "draft") throw redirect(here);
  const { deps } = args.context;
  const [draft, fields] = await Promise.all([
    readImportDraft(deps, at),
    listLeadFields(deps, at.workspaceId),
  ]);
  return {
    ...draft,
    base,
    known: fields.map(({ name, label }) => ({ value: name, label: label || name })),
    unfit: draft.hasNoHeadings ? importProblemWords.no_headings : undefined,
  };
}

const bases = ["none", "consent", "legitimate_interest"] as const;

export async function action(args: ActionFunctionArgs) {
  const { at, base, here, member } = await requireDraft(args);
  const { deps } = args.context;
  const form = await args.request.formData();
  return answerForm(form, async () => {
    if (form.get("intent") === "discard") {
      await discardImportDraft(deps, at);
      return redirect(`${base}/imports`);
    }
    const { columns } = await readImportDraft(deps, at);
    const chosen = columns.map(({ heading, field }, index) => {
      const given = form.get(`column-${index}`);
      return [heading, typeof given === "string" ? given : field] as const;
    });
    try {
      await beginLeadImport(deps, member, {
        ...at,
        options: {
          columns: Object.fromEntries(chosen),
          basis: bases.find((one) => one === form.get("basis")) ?? "none",
          wording: String(form.get("wording") ?? ""),
        },
      });
    } catch (error) {
      // Its place on the screen is the first choice that is in question.
      if (!(error instanceof DomainError) || error.code !== "import_columns") throw error;
      const index = Math.max(
        0,
        chosen.findLastIndex(([, field]) => field === "email"),
      );
      throw new DomainError("invalid", error.code, error.message, {
        fields: { [`column-${index}`]: error.message },
      });
    }
    return redirect(here);
  });
}

export default function ImportColumns() {
  const { base, columns, file, known, rows, unfit } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>();
  const discard = (
    <ActionForm id="discard" withoutSummary>
      <input type="hidden" name="intent" value="discard" />
      <SubmitButton tone="quiet" pendingLabel="Throwing away">
        Throw the file away
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: `${base}/imports`, label: "Imports" }}
        title={file || "Import"}
        lead={`About ${formatCount(rows)} ${rows === 1 ? "row" : "rows"}. Nothing is imported yet; the file waits for a day.`}
        actions={discard}
      />
      {unfit ? (
        <Notice tone="bad" title="This file has no headings">
          {unfit} <LinkButton to={`${base}/imports/new`}>Choose another file</LinkButton>
        </Notice>
      ) : (
        <ActionForm state={state}>
          <Card title="What the columns become">
            <ColumnChoices columns={columns} known={known} />
          </Card>
          <Card>
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
              <SubmitButton pendingLabel="Beginning">Import</SubmitButton>
              <LinkButton tone="quiet" to={`${base}/imports`}>
                Later
              </LinkButton>
            </FormActions>
          </Card>
        </ActionForm>
      )}
    </Stack>
  );
}
