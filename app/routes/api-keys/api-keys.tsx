import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { ScopeFields } from "~/components/settings/scope-fields";
import { ActionForm } from "~/components/ui/action-form";
import { Badge } from "~/components/ui/badge";
import { Card } from "~/components/ui/card";
import { CopyField } from "~/components/ui/copy-button";
import { DataTable } from "~/components/ui/data-table";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import { TextField } from "~/components/ui/text-field";
import { TimeText } from "~/components/ui/time-text";
import { presetOf, scopePresets } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { listApiKeys } from "~/domain/developer/list-api-keys.server";
import { revokeApiKey } from "~/domain/developer/revoke-api-key.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "API keys · Foyer" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "api-key:manage");
  const keys = await listApiKeys(context.deps, workspace.id);
  return {
    timeZone: workspace.timeZone,
    keys: keys.map(({ id, name, scopes, createdAt, lastUsedAt, revokedAt }) => ({
      id,
      name,
      scopes,
      createdAt,
      lastUsedAt,
      revokedAt,
    })),
  };
}

interface Answer extends FormState {
  token?: string;
  revoked?: true;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "api-key:manage");
  const form = await request.formData();
  return answerForm(form, async (): Promise<Answer> => {
    const workspaceId = workspace.id;
    if (form.get("intent") === "revoke") {
      await revokeApiKey(context.deps, member, { workspaceId, keyId: String(form.get("key") ?? "") });
      return { revoked: true };
    }
    const made = await createApiKey(context.deps, member, {
      workspaceId,
      name: String(form.get("name") ?? ""),
      scopes: scopesIn(form),
    });
    return { token: made.token };
  });
}

/** A preset, or else what was ticked. */
function scopesIn(form: FormData): readonly string[] {
  const access = form.get("access");
  return access === "read" || access === "all" ? scopePresets[access] : form.getAll("scopes").map(String);
}

const presetWords = { all: "Everything", read: "Read everything" };

/** What a key may do, in a word or scope by scope. */
function May({ scopes }: { scopes: readonly string[] }) {
  const preset = presetOf(scopes);
  return preset ? presetWords[preset] : <code>{scopes.join(" ")}</code>;
}

type Key = ReturnType<typeof useLoaderData<typeof loader>>["keys"][number];

function Revoke({ row }: { row: Key }) {
  if (row.revokedAt !== undefined) return null;
  return (
    <Sure
      label="Revoke"
      spoken={`Revoke ${row.name}`}
      words="Whatever uses this key is refused at once. It cannot be given back."
      small
    >
      <ActionForm id={`revoke-${row.id}`} withoutSummary>
        <input type="hidden" name="intent" value="revoke" />
        <input type="hidden" name="key" value={row.id} />
        <SubmitButton tone="danger" small pendingLabel="Revoking">
          Revoke the key
        </SubmitButton>
      </ActionForm>
    </Sure>
  );
}

export default function ApiKeys() {
  const { keys, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData() as Answer | undefined;
  const when = (at: number | undefined) =>
    at === undefined ? "never" : <TimeText at={at} zone={timeZone} />;
  return (
    <Stack gap={6}>
      {answer?.token && (
        <Notice tone="good" title="The key was made" live="polite">
          <p>Copy it now: it is shown this once and kept nowhere.</p>
          <CopyField label="API key" text={answer.token} />
        </Notice>
      )}
      {answer?.revoked && (
        <Notice tone="good" live="polite">
          The key was revoked. Calls with it are refused from now on.
        </Notice>
      )}
      {keys.length > 0 && (
        <DataTable
          caption="API keys"
          rows={keys}
          rowKey={({ id }) => id}
          columns={[
            { key: "name", header: "Name", primary: true, cell: (row) => row.name },
            {
              key: "state",
              header: "State",
              cell: (row) =>
                row.revokedAt === undefined ? <Badge tone="good">Active</Badge> : <Badge>Revoked</Badge>,
            },
            {
              key: "scopes",
              header: "May",
              cell: (row) => <May scopes={row.scopes} />,
            },
            { key: "used", header: "Last used", cell: (row) => when(row.lastUsedAt), wideOnly: true },
            { key: "made", header: "Made", cell: (row) => when(row.createdAt), wideOnly: true },
            { key: "end", header: "End it", cell: (row) => <Revoke row={row} /> },
          ]}
        />
      )}
      <Card title="Make a key" aside={<Link to="/docs/api">API documentation</Link>}>
        <ActionForm
          key={keys.length}
          id="create"
          state={answer?.errors || answer?.message ? answer : undefined}
        >
          <input type="hidden" name="intent" value="create" />
          <TextField
            name="name"
            label="Name"
            hint="What will use it, such as your website."
            maxLength={120}
            required
          />
          <ScopeFields />
          <FormActions>
            <SubmitButton pendingLabel="Making">Make the key</SubmitButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
