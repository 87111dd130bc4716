import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PublicFrame } from "~/components/frame/public-frame";
import { TimeText } from "~/components/ui/time-text";
import { listCurrentPolicies } from "~/domain/policies/find-policies.server";

export const meta: MetaFunction = () => [{ title: "Policies · Foyer" }];

export async function loader({ context }: LoaderFunctionArgs) {
  const policies = await listCurrentPolicies(context.deps);
  return policies.map(({ policy, title, version, publishedAt }) => ({ policy, title, version, publishedAt }));
}

export default function Policies() {
  const policies = useLoaderData<typeof loader>();
  return (
    <PublicFrame title="Policies" lead="What we ask of everybody here, and what we do ourselves.">
      <ul className="stack">
        {policies.map(({ policy, title, version, publishedAt }) => (
          <li key={policy}>
            <Link to={`/policies/${policy}`}>{title}</Link>{" "}
            <span className="soft">
              version {version}, <TimeText at={publishedAt} show="date" />
            </span>
          </li>
        ))}
      </ul>
    </PublicFrame>
  );
}
