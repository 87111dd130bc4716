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
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import { listTopics } from "~/domain/consent/list-topics.server";
import { suppressEmails } from "~/domain/suppression/suppress-emails.server";
import { givenReasons } from "~/domain/suppression/suppression";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { requireLeads } from "./lead-request.server";
import { type Review, reviewSuppressions } from "./review-suppressions.server";
import { SuppressionReview } from "./suppression-review";

export const meta: MetaFunction = () => [{ title: "Add suppressions · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { workspaceId, base } = await requireLeads(args, "workspace:manage");
  const topics = await listTopics(args.context.deps, workspaceId);
  return { base, topics: topics.map(({ id, name }) => ({ value: publicId("topic", id), label: name })) };
}

type Answer = FormState & { review?: Review };

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, workspaceId, base } = await requireLeads(args, "workspace:manage");
  const form = await args.request.formData();
  return answerForm(form, async (): Promise<Answer | Response> => {
    const text = (name: string) => String(form.get(name) ?? "");
    if (text("intent") !== "suppress") return reviewSuppressions(deps, workspaceId, form);
    const { changed, standing } = await suppressEmails(deps, member, {
      workspaceId,
      emails: text("addresses").split("\n"),
      topicId: storedId("topic", text("topic")) ?? "",
      reason: givenReasons.find((reason) => reason === text("reason")),
      note: text("note").slice(0, 500),
    });
    return redirect(`${base}/suppressions?added=${changed}&standing=${standing}`);
  });
}

const reasons = [
  { value: "staff", label: "Your own decision" },
  { value: "unsubscribe", label: "They unsubscribed" },
  { value: "objection", label: "They objected, by phone or by post" },
  { value: "bounce", label: "Mail to them bounced" },
  { value: "complaint", label: "They complained of spam" },
] satisfies { value: (typeof givenReasons)[number]; label: string }[];

export default function NewSuppressions() {
  const { base, topics } = useLoaderData<typeof loader>();
  const state = useActionData() as Answer | undefined;
  const list = `${base}/suppressions`;
  return (
    <Stack gap={4} narrow>
      <PageHeader back={{ to: list, label: "Suppressions" }} title="Stop mail to addresses" />
      {state?.review && (
        <SuppressionReview review={state.review} here={`${list}/new`} reasons={reasons} topics={topics} />
      )}
      {!state?.review && (
        <Card>
          <ActionForm state={state} encType="multipart/form-data">
            <TextArea
              name="addresses"
              label="Addresses"
              hint="One a line, or with commas between them."
              rows={6}
              spellCheck={false}
              autoCapitalize="off"
            />
            <FileField
              name="file"
              label="Or a CSV file"
              accept=".csv,.txt,.tsv,text/csv"
              hint="The column named email is taken, or the first one with addresses. At most 50,000 addresses at a time."
            />
            <SelectField name="reason" label="Why" options={reasons} defaultValue="staff" />
            {topics.length > 0 && (
              <SelectField
                name="topic"
                label="What they no longer get"
                emptyOption="All marketing"
                options={topics}
              />
            )}
            <TextField
              name="note"
              label="Note"
              hint="Such as: list of our former newsletter tool. Kept in the audit log."
              maxLength={500}
              optional
            />
            <FormActions>
              <SubmitButton name="intent" value="review" pendingLabel="Reading">
                Go on
              </SubmitButton>
              <LinkButton tone="quiet" to={list}>
                Cancel
              </LinkButton>
            </FormActions>
          </ActionForm>
        </Card>
      )}
    </Stack>
  );
}
