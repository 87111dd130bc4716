import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PublicFrame } from "~/components/frame/public-frame";
import { PolicyText } from "~/components/policies/policy-text";
import { Notice } from "~/components/ui/notice";
import { TimeText } from "~/components/ui/time-text";
import { getPolicy, listPolicyVersions } from "~/domain/policies/find-policies.server";
import { isPolicyName } from "~/domain/policies/policy";

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? "Policy"} · Foyer` },
];

export async function loader({ params, request, context }: LoaderFunctionArgs) {
  const policy = params.policy ?? "";
  if (!isPolicyName(policy)) throw new Response(null, { status: 404 });
  const wanted = new URL(request.url).searchParams.get("version");
  if (wanted !== null && !/^[1-9]\d{0,5}$/.test(wanted)) throw new Response(null, { status: 404 });
  const shown = await getPolicy(context.deps, { policy, version: wanted ? Number(wanted) : undefined });
  const versions = await listPolicyVersions(context.deps, policy);
  return {
    policy,
    title: shown.title,
    body: shown.body,
    version: shown.version,
    publishedAt: shown.publishedAt,
    versions: versions.map(({ version, publishedAt }) => ({ version, publishedAt })),
  };
}

export default function Policy() {
  const { policy, title, body, version, publishedAt, versions } = useLoaderData<typeof loader>();
  const newest = versions[0]?.version;
  return (
    <PublicFrame
      title={title}
      lead={
        <>
          Version {version}, in force since <TimeText at={publishedAt} show="date" />
        </>
      }
    >
      {version !== newest && (
        <Notice tone="warn" title="This is an earlier version">
          <Link to={`/policies/${policy}`}>Read the one in force</Link>
        </Notice>
      )}
      <PolicyText body={body} />
      {versions.length > 1 && (
        <section aria-labelledby="versions">
          <h2 id="versions">All versions</h2>
          <ul>
            {versions.map((each) => (
              <li key={each.version}>
                <Link to={`/policies/${policy}?version=${each.version}`}>Version {each.version}</Link>,{" "}
                <TimeText at={each.publishedAt} show="date" />
              </li>
            ))}
          </ul>
        </section>
      )}
    </PublicFrame>
  );
}
