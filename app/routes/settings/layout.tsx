import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { isReadOnly, settingsTabs } from "~/components/settings/settings-tabs";
import { Notice } from "~/components/ui/notice";
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
  const { pathname } = useLocation();
  return (
    <>
      <PageHeader title="Settings" />
      <Tabs label="Settings" tabs={settingsTabs(base, role, paid)} />
      {isReadOnly(role, pathname.slice(base.length)) && (
        <Notice title="You can look, not change">
          Owners and admins change these settings. <Link to={`${base}/members`}>See who they are</Link>.
        </Notice>
      )}
      <Outlet />
    </>
  );
}
