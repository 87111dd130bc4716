import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ActionForm } from "~/components/ui/action-form";
import { FileField } from "~/components/ui/file-field";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { Progress } from "~/components/ui/progress";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { stepWords } from "~/domain/pages/page-package";
import { listSites } from "~/domain/sites/find-site.server";
import { siteHostName } from "~/domain/sites/site-address";
import { answerForm } from "~/server/session/answer-form.server";
import { requireMember } from "~/server/session/require-member.server";
import { ImportReportView } from "./import-report";
import { type ImportDone, importFromForm } from "./import-request.server";
import pagesCss from "./pages.css?url";
import { useImport } from "./use-import";

export const meta: MetaFunction = () => [{ title: "Import a page · Foyer" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: pagesCss }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace } = await requireMember(request, context, params.workspace, "page:edit");
  const sites = await listSites(context.deps, workspace.id);
  return {
    base: `/w/${workspace.slug}/pages`,
    sites: sites.map((site) => ({
      id: site.id,
      name: site.name,
      address: siteHostName(context.deps.urls, site) ?? "",
    })),
  };
}

/** Without script: the report is the answer. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireMember(args.request, args.context, args.params.workspace, "page:edit");
  const form = await args.request.formData();
  return answerForm(form, () => importFromForm(args, session, form));
}

export default function ImportPage() {
  const { base, sites } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & Partial<ImportDone>) | undefined;
  const { progress, done, refused, send } = useImport(`${base}/import/progress`);
  const made = done ?? (answer?.at && answer.report ? { at: answer.at, report: answer.report } : undefined);
  const [site] = sites;
  return (
    <Stack gap={6}>
      <PageHeader
        title={made ? "Imported" : "Import a page"}
        lead={
          made
            ? undefined
            : "An HTML file, or a ZIP with its pictures, styles and fonts. It becomes a page you can edit; scripts stay out, and you see what was left out and why."
        }
        back={{ to: `${base}/new`, label: "Templates" }}
      />
      {made ? (
        <ImportReportView {...made} />
      ) : (
        <ActionForm id="import-page" state={refused ?? answer} encType="multipart/form-data" onSubmit={send}>
          <Stack gap={4} narrow>
            <FileField
              name="file"
              label="File"
              hint="At most 12 MB. In a ZIP the index.html nearest to the top becomes the page."
              accept=".html,.htm,.xhtml,.zip"
              required
            />
            <TextField
              name="title"
              label="Title"
              hint="Leave it empty to take the one in the file."
              maxLength={200}
              optional
            />
            {sites.length > 1 && (
              <SelectField
                name="site"
                label="Site"
                options={sites.map(({ id, address, name }) => ({
                  value: id,
                  label: address ? `${name} (${address})` : name,
                }))}
              />
            )}
            <TextField
              name="path"
              label="Address"
              prefix={sites.length === 1 ? `${site?.address ?? ""}/` : "/"}
              hint="Lower-case letters, digits and hyphens. Leave it empty for the start page."
              maxLength={200}
            />
            {progress ? (
              <Progress
                label={stepWords[progress.step].label}
                noun={stepWords[progress.step].noun}
                done={progress.done}
                total={progress.of}
              />
            ) : (
              <FormActions>
                <SubmitButton pendingLabel="Importing">Import</SubmitButton>
              </FormActions>
            )}
          </Stack>
        </ActionForm>
      )}
    </Stack>
  );
}
