import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CallCard } from "~/components/api-docs/call-card";
import { PublicFrame } from "~/components/frame/public-frame";
import { Stack } from "~/components/ui/layout";
import { describeApi } from "~/server/api-v1/describe-api.server";

export const meta: MetaFunction = () => [{ title: "API · Foyer" }];

export function loader({ context }: LoaderFunctionArgs) {
  const url = context.deps.urls.app("/api/v1");
  return { url, nouns: describeApi(url) };
}

const anchor = (name: string) => name.toLowerCase().replace(/\W+/g, "-");

export default function ApiDocs() {
  const { url, nouns } = useLoaderData<typeof loader>();
  return (
    <PublicFrame title="The API" lead="Everything a program can do with a workspace, at one address." wide>
      <Stack gap={8}>
        <section className="stack" aria-labelledby="how">
          <h2 id="how">How it works</h2>
          <p>
            Calls go to <code>{url}</code> with an API key from the settings of a workspace:{" "}
            <code>Authorization: Bearer foyer_…</code>. Bodies and answers are JSON in UTF-8. The same
            declarations make <a href="/api/v1/openapi.json">the OpenAPI document</a>.
          </p>
          <ul>
            <li>
              Lists take <code>limit</code> and <code>cursor</code> and answer <code>data</code> and{" "}
              <code>next_cursor</code>.
            </li>
            <li>
              Errors are problems (RFC 9457) with a <code>code</code> that stays the same, messages by field
              in <code>errors</code>, and <code>findings</code> where acceptable use stands against it.
            </li>
            <li>
              A <code>POST</code> with <code>Idempotency-Key</code> is done once in 24 hours. A change takes{" "}
              <code>If-Match</code> with the ETag of what it changes, or of the nearest thing above it: of two
              who start from the same state, one gets 412.
            </li>
            <li>
              The headers <code>ratelimit-limit</code>, <code>ratelimit-remaining</code> and{" "}
              <code>ratelimit-reset</code> tell how much a key may still do this minute.
            </li>
          </ul>
          <nav aria-label="Parts of the API">
            <ul className="row">
              {nouns.map(({ name }) => (
                <li key={name}>
                  <a href={`#${anchor(name)}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
        </section>
        {nouns.map(({ name, description, calls }) => (
          <section key={name} className="stack" aria-labelledby={anchor(name)}>
            <h2 id={anchor(name)}>{name}</h2>
            <p>{description}</p>
            {calls.map((call) => (
              <CallCard key={call.id} call={call} />
            ))}
          </section>
        ))}
      </Stack>
    </PublicFrame>
  );
}
