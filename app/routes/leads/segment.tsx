import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { RuleDraft } from "~/components/leads/rule-draft";
import { SegmentForm } from "~/components/leads/segment-form";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import type { FormState } from "~/components/ui/form-state";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { SubmitButton } from "~/components/ui/submit-button";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { createSegment } from "~/domain/segments/create-segment.server";
import { deleteSegment } from "~/domain/segments/delete-segment.server";
import { countMatchingLeads, listFieldNames } from "~/domain/segments/list-leads.server";
import { getSegment } from "~/domain/segments/list-segments.server";
import { restoreSegment } from "~/domain/segments/restore-segment.server";
import { everybody, maxRules } from "~/domain/segments/segment";
import { updateSegment } from "~/domain/segments/update-segment.server";
import { storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { listLeadFilters } from "./lead-filters.server";
import { requireLeads } from "./lead-request.server";
import leadsCss from "./leads.css?url";
import { besideFields, draftsOf, filterOf, readDrafts, reshaped } from "./segment-form.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: leadsCss }];
export const meta: MetaFunction = () => [{ title: "Segment · Foyer" }];

/** Undefined for a new one. */
function segmentIn(params: { segment?: string }): string | undefined {
  if (params.segment === undefined) return undefined;
  const segmentId = storedId("segment", params.segment);
  if (!segmentId) throw data({ message: "There is no such segment." }, { status: 404 });
  return segmentId;
}

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspaceId, base } = await requireLeads(args, "lead:edit");
  const segmentId = segmentIn(args.params);
  const segment = segmentId ? await getSegment(deps, workspaceId, segmentId) : undefined;
  const filter = segment?.filter ?? everybody;
  const [{ pages }, count, names, typed] = await Promise.all([
    listLeadFilters(deps, workspaceId),
    countMatchingLeads(deps, workspaceId, { filter, withAddress: true }),
    listFieldNames(deps, workspaceId),
    listLeadFields(deps, workspaceId),
  ]);
  const known = new Map(typed.map((field) => [field.name, field]));
  const fields = [...new Set([...names, ...known.keys()])].map((name) => ({
    name,
    label: known.get(name)?.label ?? name,
    options: known.get(name)?.options ?? [],
  }));
  return {
    base,
    isNew: segment === undefined,
    id: args.params.segment ?? "",
    name: segment?.name ?? "",
    match: filter.match,
    drafts: segment ? draftsOf(filter) : [{ key: "r0", kind: "field" as const }],
    pages,
    fields,
    count,
    maxRules,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, workspaceId, base } = await requireLeads(args, "lead:edit");
  const segmentId = segmentIn(args.params);
  const form = await args.request.formData();
  const again = reshaped(form);
  if (again) return again;
  const list = `${base}/segments`;
  if (form.get("intent") === "delete" && segmentId) {
    await deleteSegment(deps, member, { workspaceId, segmentId });
    return redirect(`${list}?removed=${args.params.segment}`);
  }
  if (form.get("intent") === "restore" && segmentId) {
    await restoreSegment(deps, member, { workspaceId, segmentId });
    return redirect(list);
  }
  const drafts = readDrafts(form);
  const given = { workspaceId, name: String(form.get("name") ?? ""), filter: filterOf(form, drafts) };
  const refused = await answerForm(form, async () => {
    try {
      if (segmentId) await updateSegment(deps, member, { ...given, segmentId });
      else await createSegment(deps, member, given);
    } catch (error) {
      throw besideFields(error, drafts);
    }
    return undefined;
  });
  return refused ? data({ ...refused.data, drafts }, refused.init ?? {}) : redirect(`${list}?saved`);
}

export default function SegmentPage() {
  const { base, isNew, id, name, ...rest } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { drafts?: RuleDraft[] }) | undefined;
  const back = `${base}/segments`;
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: back, label: "Segments" }}
        title={isNew ? "New segment" : name}
        actions={!isNew && <LinkButton to={`${base}?segment=${id}`}>Show its leads</LinkButton>}
      />
      <Card>
        <SegmentForm
          {...rest}
          name={name}
          drafts={answer?.drafts ?? rest.drafts}
          countPath={`${base}/segments/count`}
          cancelPath={back}
          state={answer}
        />
      </Card>
      {!isNew && (
        <Row>
          <p className="soft">
            Removing a segment removes no lead. Campaigns that were made for it keep their audience.
          </p>
          <ActionForm id="remove">
            <input type="hidden" name="intent" value="delete" />
            <SubmitButton tone="danger" small pendingLabel="Removing">
              Remove the segment
            </SubmitButton>
          </ActionForm>
        </Row>
      )}
    </Stack>
  );
}
