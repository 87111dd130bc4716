import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { OperatorFrame } from "~/components/operator/operator-frame";
import { requireOperator } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "Instance · Foyer" }];

export async function loader({ request, context }: LoaderFunctionArgs) {
  await requireOperator(request, context);
  return { paid: context.deps.config.billing !== undefined };
}

export default function Operator() {
  return (
    <OperatorFrame paid={useLoaderData<typeof loader>().paid}>
      <Outlet />
    </OperatorFrame>
  );
}
