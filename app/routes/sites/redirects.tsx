import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { DataTable } from "~/components/ui/data-table";
import { EmptyState } from "~/components/ui/empty-state";
import { FileField } from "~/components/ui/file-field";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { RadioGroup } from "~/components/ui/radio-group";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { DomainError } from "~/domain/domain-error";
import { addRedirect } from "~/domain/sites/add-redirect.server";
import { importRedirects, type RedirectImport } from "~/domain/sites/import-redirects.server";
import { listRedirects } from "~/domain/sites/list-redirects.server";
import { removeRedirect } from "~/domain/sites/remove-redirect.server";
import { shownAddress, siteHostName } from "~/domain/sites/site-address";
import { answerForm } from "~/server/session/answer-form.server";
import { SiteHead } from "./site-head";
import { requireSite, sitePath } from "./site-request.server";

export const meta: MetaFunction = () => [{ title: "Redirects · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { site, workspace, workspaceId, siteId } = await requireSite(args);
  const redirects = await listRedirects(deps, workspaceId, siteId);
  return {
    at: sitePath(workspace.slug, siteId),
    name: site.name,
    host: siteHostName(deps.urls, site) ?? "",
    url: shownAddress(deps.urls, site, "/"),
    redirects: redirects.map(({ id, scope, source, target, status }) => ({
      id,
      scope,
      source,
      target,
      status,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, workspaceId, siteId } = await requireSite(args);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  return answerForm(form, async () => {
    if (text("intent") === "remove") {
      await removeRedirect(deps, member, { workspaceId, siteId, redirectId: text("redirect") });
      return { done: "The redirect was removed." };
    }
    if (text("intent") === "import") {
      const file = form.get("file");
      if (!(file instanceof File) || file.size === 0) {
        const message = "Choose a CSV file.";
        throw new DomainError("invalid", "no_file", message, { fields: { file: message } });
      }
      const imported = await importRedirects(deps, member, {
        workspaceId,
        siteId,
        file: file.stream() as never,
      });
      return { imported };
    }
    const { source, target } = await addRedirect(deps, member, {
      workspaceId,
      siteId,
      source: text("source"),
      target: text("target"),
      scope: text("scope"),
      status: text("status"),
    });
    return { done: `${source} leads to ${target} within two seconds.` };
  });
}

function ImportNotice({ imported }: { imported: RedirectImport }) {
  const { added, refused } = imported;
  return (
    <Notice
      tone={refused.length > 0 ? "warn" : "good"}
      live="polite"
      title={`${added} taken, ${refused.length} left out`}
    >
      {refused.length > 0 && (
        <ul>
          {refused.slice(0, 20).map(({ line, message }) => (
            <li key={line}>
              Line {line}: {message}
            </li>
          ))}
          {refused.length > 20 && <li>and {refused.length - 20} more</li>}
        </ul>
      )}
    </Notice>
  );
}

type Answer = FormState & { done?: string; imported?: RedirectImport };

export default function Redirects() {
  const data = useLoaderData<typeof loader>();
  const { redirects } = data;
  const answer = useActionData() as Answer | undefined;
  const refused = String(answer?.values?.intent ?? "");
  return (
    <Stack gap={6}>
      <SiteHead site={data} at={data.at} />
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {answer?.imported && <ImportNotice imported={answer.imported} />}
      {redirects.length === 0 ? (
        <EmptyState plain title="No redirects yet">
          Lead addresses of an earlier website to pages here. A published page always comes before a redirect.
        </EmptyState>
      ) : (
        <DataTable
          caption="Redirects"
          rows={redirects}
          rowKey={({ id }) => id}
          columns={[
            {
              key: "source",
              header: "From",
              primary: true,
              cell: (row) => (
                <code>{row.scope === "prefix" ? `${row.source.replace(/\/$/, "")}/*` : row.source}</code>
              ),
            },
            { key: "target", header: "To", cell: (row) => <code>{row.target}</code> },
            {
              key: "status",
              header: "Kind",
              cell: (row) => (row.status === 301 ? "For good (301)" : "For now (302)"),
            },
          ]}
          actions={(row) => (
            <Form method="post" preventScrollReset>
              <input type="hidden" name="intent" value="remove" />
              <input type="hidden" name="redirect" value={row.id} />
              <Button type="submit" small tone="quiet" aria-label={`Remove the redirect from ${row.source}`}>
                Remove
              </Button>
            </Form>
          )}
        />
      )}
      <Card title="Add a redirect">
        <ActionForm key={redirects.length} id="add" state={refused === "add" ? answer : undefined}>
          <input type="hidden" name="intent" value="add" />
          <TextField name="source" label="From" hint="A path of this site, such as /old-page." required />
          <TextField name="target" label="To" hint="A path such as /new-page, or a whole address." required />
          <RadioGroup
            name="scope"
            legend="What it takes"
            defaultValue="exact"
            options={[
              { value: "exact", label: "This path only" },
              { value: "prefix", label: "This path and everything below it" },
            ]}
          />
          <RadioGroup
            name="status"
            legend="How long"
            defaultValue="301"
            options={[
              { value: "301", label: "For good (301)" },
              { value: "302", label: "For now (302)" },
            ]}
          />
          <FormActions>
            <SubmitButton pendingLabel="Adding">Add the redirect</SubmitButton>
          </FormActions>
        </ActionForm>
      </Card>
      <Card title="Import redirects">
        <ActionForm
          key={`import-${redirects.length}`}
          id="import"
          state={refused === "import" ? answer : undefined}
          encType="multipart/form-data"
        >
          <input type="hidden" name="intent" value="import" />
          <FileField
            name="file"
            label="CSV file"
            hint="Columns from and to; status (301, 302) and match (exact, prefix) where wanted. /old/* takes everything below /old."
            accept=".csv,text/csv"
          />
          <FormActions>
            <SubmitButton tone="secondary" pendingLabel="Importing">
              Import
            </SubmitButton>
          </FormActions>
        </ActionForm>
      </Card>
    </Stack>
  );
}
