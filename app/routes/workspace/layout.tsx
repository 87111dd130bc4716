import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, Outlet, useLoaderData, useMatches } from "@remix-run/react";
import { PaymentNotice } from "~/components/billing/payment-notice";
import { AppFrame } from "~/components/frame/app-frame";
import { Notice } from "~/components/ui/notice";
import { findPaymentStanding } from "~/domain/billing/find-billing.server";
import { listOwnWorkspaces } from "~/domain/workspaces/list-workspaces.server";
import { mayDo } from "~/domain/workspaces/permission";
import { standingWords } from "~/domain/workspaces/standing";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.workspace.name ?? ""} · Foyer` },
];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { member, workspace, account } = await requireMember(request, context, params.workspace);
  const payment = await findPaymentStanding(context.deps, context.deps.db, workspace.id);
  const own = await listOwnWorkspaces(context.deps, account.id);
  return {
    workspace: {
      name: workspace.name,
      slug: workspace.slug,
      standing: workspace.standing,
      reason: workspace.standingReason,
    },
    workspaces: own.map(({ slug, name }) => ({ name, to: `/w/${slug}` })),
    user: { name: account.name, email: account.email },
    mayEditPages: mayDo(member.role, "page:edit"),
    mayWrite: mayDo(member.role, "campaign:edit"),
    maySet: mayDo(member.role, "settings:manage"),
    isOperator: account.isOperator,
    payment,
    mayManage: mayDo(member.role, "workspace:manage"),
    mayPay: mayDo(member.role, "billing:manage"),
  };
}

function StandingBanner({
  workspace,
}: {
  workspace: { slug: string; standing: keyof typeof standingWords; reason: string };
}) {
  if (workspace.standing === "good") return null;
  const { label, words } = standingWords[workspace.standing];
  const suspended = workspace.standing === "suspended";
  return (
    <Notice
      tone={suspended ? "bad" : "warn"}
      title={label}
      action={suspended && <Link to={`/w/${workspace.slug}/trust`}>See the decision, and appeal</Link>}
    >
      {words}
      {workspace.reason && ` Reason: ${workspace.reason}`}
    </Notice>
  );
}

/** A page of the frame may ask for the whole width by `handle = { wide: true }`. */
const isWide = (handle: unknown): boolean =>
  typeof handle === "object" && handle !== null && "wide" in handle && handle.wide === true;

export default function WorkspaceLayout() {
  const { workspace, workspaces, user, payment, isOperator, ...may } = useLoaderData<typeof loader>();
  const { mayEditPages, mayWrite, maySet, mayManage, mayPay } = may;
  const wide = useMatches().some(({ handle }) => isWide(handle));
  const base = `/w/${workspace.slug}`;
  const commands = [
    ...(mayEditPages
      ? [{ label: "New page", to: `${base}/pages/new`, words: "create landing page template" }]
      : []),
    ...(mayWrite
      ? [{ label: "New campaign", to: `${base}/campaigns/new`, words: "write send mail newsletter" }]
      : []),
    ...(maySet
      ? [
          {
            label: "Sites and domains",
            to: `${base}/settings/sites`,
            words: "dns redirect favicon robots 404",
          },
        ]
      : []),
    { label: "Members", to: `${base}/settings/members`, words: "invite people roles team" },
    ...(mayManage
      ? [
          { label: "Activity", to: `${base}/settings/activity`, words: "audit log history who did what" },
          {
            label: "Suppressions",
            to: `${base}/leads/suppressions`,
            words: "unsubscribed bounced complaint opt out stop mail address",
          },
        ]
      : []),
    { label: "Privacy notice", to: `${base}/settings/privacy`, words: "controller address retention" },
    { label: "Your account", to: "/account", words: "password sessions name" },
    ...(isOperator ? [{ label: "Instance", to: "/operator", words: "operator suspend dead letters" }] : []),
  ];
  return (
    <AppFrame
      workspace={{ name: workspace.name, to: base }}
      workspaces={workspaces}
      user={user}
      closed={mayWrite ? [] : ["campaigns"]}
      commands={commands}
      newWorkspacePath="/workspaces/new"
      wide={wide}
      banner={
        <>
          <StandingBanner workspace={workspace} />
          <PaymentNotice standing={payment} billing={mayPay ? `${base}/settings/billing` : undefined} />
        </>
      }
    >
      <Outlet />
    </AppFrame>
  );
}
