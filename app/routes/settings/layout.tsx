import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { settingsTabs } from "~/components/settings/settings-tabs";
import { PageHeader } from "~/components/ui/page-header";
import { Tabs } from "~/components/ui/tabs";
import { requireMember } from "~/server/session/require-member.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  const paid = context.deps.config.billing !== undefined;
  return { base: `/w/${workspace.slug}/settings`, role: member.role, paid };
}

export default function Settings() {
  const { base, role, paid } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs label="Settings" tabs={settingsTabs(base, role, paid)} />
      <Outlet />
    </>
  );
}
