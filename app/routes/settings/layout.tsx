import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { settingsTabs } from "~/components/settings/settings-tabs";
import { PageHeader } from "~/components/ui/page-header";
import { Tabs } from "~/components/ui/tabs";
import { requireMember } from "~/server/session/require-member.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace);
  return { base: `/w/${workspace.slug}/settings`, role: member.role };
}

export default function Settings() {
  const { base, role } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs label="Settings" tabs={settingsTabs(base, role)} />
      <Outlet />
    </>
  );
}
