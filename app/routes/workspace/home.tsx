import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { type NextStep, NextSteps } from "~/components/home/next-steps";
import { RecentCampaigns, RecentPages } from "~/components/home/recent-work";
import { Columns, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { listCampaigns } from "~/domain/campaigns/list-campaigns.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { mayDo } from "~/domain/workspaces/permission";
import { missingPrivacySettings } from "~/domain/workspaces/privacy-settings";
import { requireMember } from "~/server/session/require-member.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const { member, workspace, account } = await requireMember(request, context, params.workspace);
  const [{ pages }, { rows: campaigns }] = await Promise.all([
    listPages(deps, workspace.id, { limit: 5 }),
    listCampaigns(deps, workspace.id, { limit: 5 }),
  ]);
  const base = `/w/${workspace.slug}`;
  const steps: NextStep[] = [
    {
      done: missingPrivacySettings(workspace.privacySettings).length === 0,
      label: "Say who holds the data",
      words: "The privacy notice at your forms and the address in your mails are made from it.",
      to: `${base}/settings/privacy`,
    },
    {
      done: pages.some(({ liveVersionId }) => liveVersionId !== ""),
      label: pages.length > 0 ? "Publish your page" : "Make a page",
      words: "Choose a template, change the words, publish. It has a form that fills your list of leads.",
      to: pages[0] ? `${base}/pages/${pages[0].id}` : `${base}/pages/new`,
    },
    {
      done: campaigns.some(({ state }) => state !== "draft"),
      label: campaigns.length > 0 ? "Send your campaign" : "Write to your leads",
      words: "Only people who agreed get it, and every mail lets them change their mind.",
      to: campaigns[0] ? `${base}/campaigns/${campaigns[0].id}` : `${base}/campaigns/new`,
    },
  ];
  return {
    base,
    name: account.name,
    workspaceName: workspace.name,
    timeZone: workspace.timeZone,
    mayEdit: mayDo(member.role, "page:edit"),
    steps,
    pages: pages.map(({ id, title, path, state, updatedAt }) => ({ id, title, path, state, updatedAt })),
    campaigns: campaigns.map(({ id, name, state, createdAt }) => ({ id, name, state, createdAt })),
  };
}

export default function WorkspaceHome() {
  const { base, name, workspaceName, mayEdit, steps, pages, campaigns, timeZone } =
    useLoaderData<typeof loader>();
  return (
    <Stack gap={6}>
      <PageHeader
        title={name ? `Good to see you, ${name}` : workspaceName}
        lead={name ? workspaceName : undefined}
        actions={
          mayEdit && (
            <LinkButton tone="primary" to={`${base}/pages/new`}>
              New page
            </LinkButton>
          )
        }
      />
      <NextSteps steps={steps} />
      <Columns>
        <RecentPages base={base} pages={pages} timeZone={timeZone} />
        <RecentCampaigns base={base} campaigns={campaigns} timeZone={timeZone} />
      </Columns>
    </Stack>
  );
}
