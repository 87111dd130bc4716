import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { OperatorFrame } from "~/components/operator/operator-frame";
import { listAbuseNotices } from "~/domain/acceptable-use/list-abuse-notices.server";
import { findOpenRequests } from "~/domain/privacy/list-privacy-requests.server";
import { platformScope } from "~/lib/ids";
import { requireOperator } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Instance · Foyer" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  const { deps } = context;
  const [{ open }, notices] = await Promise.all([
    findOpenRequests(deps, platformScope),
    listAbuseNotices(deps, "open"),
  ]);
  return { paid: deps.config.billing !== undefined, open: open + notices.length };
}

export default function Operator() {
  return (
    <OperatorFrame {...useLoaderData<typeof loader>()}>
      <Outlet />
    </OperatorFrame>
  );
}
