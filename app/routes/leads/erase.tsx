import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { ConfirmByName } from "~/components/ui/confirm-by-name";
import { formatCount } from "~/components/ui/count";
import { type FormState, typedValues } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { deleteLeads } from "~/domain/leads/delete-leads.server";
import { findLeads } from "~/domain/leads/find-leads.server";
import type { ServerDeps } from "~/server/server-deps";
import { answerForm, invalidAnswer } from "~/server/session/answer-form.server";
import { idsIn, requireLeads } from "./lead-request.server";

export const meta: MetaFunction = () => [{ title: "Erase leads · Foyer" }];

const mostAtOnce = 200;

async function chosenLeads(
  deps: ServerDeps,
  workspaceId: string,
  request: Request,
  lead: string | undefined,
) {
  const named = lead ? [lead] : new URL(request.url).searchParams.getAll("lead");
  return findLeads(deps, workspaceId, idsIn(named, "lead").slice(0, mostAtOnce));
}

/** What is to be typed: the address of one person, or the number of several. */
const wordFor = (leads: readonly { name: string; email: string }[]): string =>
  leads.length === 1 ? leads[0]?.email || leads[0]?.name || "erase" : `erase ${leads.length} leads`;

export async function loader(args: LoaderFunctionArgs) {
  const { workspaceId, base } = await requireLeads(args, "lead:edit");
  const leads = await chosenLeads(args.context.deps, workspaceId, args.request, args.params.lead);
  if (leads.length === 0) throw data({ message: "These leads are not here any more." }, { status: 404 });
  const submissions = leads.reduce((sum, lead) => sum + lead.submissions, 0);
  return {
    back: args.params.lead ? `${base}/${args.params.lead}` : base,
    count: leads.length,
    submissions,
    word: wordFor(leads),
    names: leads.slice(0, 8).map((lead) => lead.name || lead.email || "Without a name"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { member, workspaceId, base } = await requireLeads(args, "lead:edit");
  const form = await args.request.formData();
  const leads = await chosenLeads(args.context.deps, workspaceId, args.request, args.params.lead);
  if (String(form.get("confirmation")).trim() !== wordFor(leads)) {
    const errors = { confirmation: "This is not what was to be typed. Nothing was erased." };
    return invalidAnswer({ values: typedValues(form), errors });
  }
  return answerForm(form, async () => {
    const leadIds = leads.map((lead) => lead.id);
    const erased = await deleteLeads(args.context.deps, member, { workspaceId, leadIds });
    return redirect(`${base}?erased=${erased}`);
  });
}

export default function EraseLeads() {
  const { back, count, submissions, word, names } = useLoaderData<typeof loader>();
  const state = useActionData() as FormState | undefined;
  return (
    <Stack gap={4} narrow>
      <PageHeader
        back={{ to: back, label: "Back" }}
        title={count === 1 ? "Erase this lead" : `Erase ${formatCount(count)} leads`}
        lead={`${names.join(", ")}${count > names.length ? ` and ${count - names.length} more` : ""}`}
      />
      <Card>
        <ConfirmByName
          name={word}
          state={state}
          submitLabel={count === 1 ? "Erase the lead" : "Erase the leads"}
          consequences={[
            `${count === 1 ? "One lead" : `${formatCount(count)} leads`} and ${formatCount(submissions)} ${submissions === 1 ? "submission" : "submissions"} are erased. This cannot be undone.`,
            "That somebody unsubscribed stays known, as a code that names nobody, so that they are never written to again.",
            "The proof of what was agreed to stays the same way, without the address.",
          ]}
          cancel={
            <LinkButton tone="quiet" to={back}>
              Cancel
            </LinkButton>
          }
        />
      </Card>
    </Stack>
  );
}
