import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProofCard } from "~/components/leads/proof-card";
import { reasonWords } from "~/components/leads/suppression-words";
import { DetailsList } from "~/components/ui/details-list";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { TimeText } from "~/components/ui/time-text";
import { getLeadHistory } from "~/domain/leads/get-lead.server";
import { requireLead } from "./lead-request.server";
import leadsCss from "./leads.css?url";
import { readPlaceNames } from "./place-names.server";
import { readProof } from "./read-proof.server";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: leadsCss }];
export const meta: MetaFunction = () => [{ title: "Proof of consent · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, workspaceId, leadId, here } = await requireLead(args, "lead:read");
  const history = await getLeadHistory(deps, workspaceId, leadId);
  const formIds = history.consents.map(({ formId }) => formId);
  const names = await readPlaceNames(deps, workspace, formIds);
  return {
    here,
    zone: workspace.timeZone,
    controller: workspace.privacySettings.controller || workspace.name,
    address: history.lead.email,
    name: history.lead.name,
    madeAt: deps.clock.now(),
    acts: await readProof(deps, workspace, history, names),
    stopped: history.suppressions.map(({ createdAt, reason, topicId }) => ({ createdAt, reason, topicId })),
  };
}

export default function Proof() {
  const { here, zone, controller, address, name, madeAt, acts, stopped } = useLoaderData<typeof loader>();
  return (
    <Stack gap={4} narrow>
      <PageHeader
        back={{ to: here, label: name || address || "Lead" }}
        title="Proof of consent"
        actions={
          <LinkButton to={`${here}/record.json`} reloadDocument prefetch="none">
            Download all as JSON
          </LinkButton>
        }
      />
      <DetailsList
        items={[
          ...(address ? [{ name: "Address", value: address }] : []),
          ...(name ? [{ name: "Name", value: name }] : []),
          { name: "Given to", value: controller },
          { name: "As of", value: <TimeText at={madeAt} zone={zone} show="second" /> },
          ...stopped.map(({ createdAt, reason, topicId }) => ({
            name: topicId ? "No mail of one topic since" : "No mail since",
            value: (
              <>
                <TimeText at={createdAt} zone={zone} show="second" />,{" "}
                {reasonWords[reason].label.toLowerCase()}
              </>
            ),
          })),
        ]}
      />
      {acts.length === 0 && (
        <EmptyState plain title="Nothing was agreed to">
          Without a recorded consent no campaign reaches this person.
        </EmptyState>
      )}
      {acts.map((act) => (
        <ProofCard key={act.id} act={act} zone={zone} />
      ))}
      {acts.length > 0 && (
        <p className="soft">
          Wordings are kept as they were read. Of network addresses only the network is kept, from the first
          moment on. Records are never changed; erasing the person leaves them without name and address.
        </p>
      )}
    </Stack>
  );
}
