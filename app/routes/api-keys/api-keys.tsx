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
import { Row, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SubmitButton } from "~/components/ui/submit-button";
import { Sure } from "~/components/ui/sure";
import { TextField } from "~/components/ui/text-field";
import { TimeText } from "~/components/ui/time-text";
import { presetOf, scopePresets } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { listApiKeys } from "~/domain/developer/list-api-keys.server";
import { revokeApiKey } from "~/domain/developer/revoke-api-key.server";
import { takeOverApiKey } from "~/domain/developer/take-over-api-key.server";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";

export const meta: MetaFunction = () => [{ title: "API keys · Foyer" }];
export const headers: HeadersFunction = () => ({ "Cache-Control": "no-store" });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "api-key:manage");
  const keys = await listApiKeys(context.deps, workspace.id);
  const { members } = await listMembers(context.deps, workspace.id);
  const names = new Map(members.map(({ accountId, name, email }) => [accountId, name || email]));
  return {
    timeZone: workspace.timeZone,
    keys: keys.map(({ heldBy, revokedAt, stopped, ...key }) => ({
      ...{ id: key.id, name: key.name, scopes: key.scopes },
      ...{ createdAt: key.createdAt, lastUsedAt: key.lastUsedAt },
      state:
        revokedAt !== undefined ? ("revoked" as const) : stopped ? ("stopped" as const) : ("active" as const),
      holder: heldBy === "" ? "The operator" : (names.get(heldBy) ?? "Somebody who left"),
    })),
  };
}

interface Answer extends FormState {
  token?: string;
  done?: string;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { member, workspace } = await requireMember(request, context, params.workspace, "api-key:manage");
  const form = await request.formData();
  return answerForm(form, async (): Promise<Answer> => {
    const workspaceId = workspace.id;
    if (form.get("intent") === "revoke") {
      await revokeApiKey(context.deps, member, { workspaceId, keyId: String(form.get("key") ?? "") });
      return { done: "The key was revoked. Calls with it are refused from now on." };
    }
    if (form.get("intent") === "take-over") {
      await takeOverApiKey(context.deps, member, { workspaceId, keyId: String(form.get("key") ?? "") });
      return { done: "The key works again, and you answer for it." };
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

const states = {
  active: <Badge tone="good">Active</Badge>,
  stopped: <Badge tone="warn">Stopped</Badge>,
  revoked: <Badge>Revoked</Badge>,
};

function TakeOver({ row }: { row: Key }) {
  return (
    <Sure
      label="Let it work again"
      spoken={`Let ${row.name} work again`}
      words="Whoever knows this key can use it again, also the person who answered for it before. From now on you answer for it. Safer is a new key."
      small
    >
      <ActionForm id={`take-over-${row.id}`} withoutSummary>
        <input type="hidden" name="intent" value="take-over" />
        <input type="hidden" name="key" value={row.id} />
        <SubmitButton small pendingLabel="Taking over">
          Take it over
        </SubmitButton>
      </ActionForm>
    </Sure>
  );
}

function Revoke({ row }: { row: Key }) {
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
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {keys.some(({ state }) => state === "stopped") && (
        <Notice tone="warn" title="Keys have stopped">
          Whoever answered for them left, or may no longer keep keys. What uses them is refused until you make
          new keys, or let these work again.
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
              cell: (row) => states[row.state],
            },
            {
              key: "scopes",
              header: "May",
              cell: (row) => <May scopes={row.scopes} />,
            },
            { key: "holder", header: "Answers for it", cell: (row) => row.holder, wideOnly: true },
            { key: "used", header: "Last used", cell: (row) => when(row.lastUsedAt), wideOnly: true },
            { key: "made", header: "Made", cell: (row) => when(row.createdAt), wideOnly: true },
            {
              key: "end",
              header: "Change",
              cell: (row) =>
                row.state !== "revoked" && (
                  <Row>
                    {row.state === "stopped" && <TakeOver row={row} />}
                    <Revoke row={row} />
                  </Row>
                ),
            },
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
