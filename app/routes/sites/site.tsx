import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PictureForm } from "~/components/settings/picture-form";
import { ActionForm } from "~/components/ui/action-form";
import { CheckboxField } from "~/components/ui/checkbox-field";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { filePath } from "~/domain/files/file";
import { findFiles } from "~/domain/files/list-images.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { setSitePicture } from "~/domain/sites/set-site-picture.server";
import { shownAddress, siteHostName } from "~/domain/sites/site-address";
import { updateSite } from "~/domain/sites/update-site.server";
import { publicId, storedId } from "~/lib/ids";
import { answerForm } from "~/server/session/answer-form.server";
import { readPicture } from "~/server/session/read-picture.server";
import { languageChoices } from "../settings/choices";
import { SiteHead } from "./site-head";
import { requireSite, sitePath } from "./site-request.server";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.name ?? "Site"} · Foyer` }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { site, workspace, workspaceId, siteId } = await requireSite(args);
  const [{ pages }, files] = await Promise.all([
    listPages(deps, workspaceId, { siteId, limit: 200 }),
    findFiles(deps, workspaceId, [site.iconFileId, site.shareFileId].filter(Boolean)),
  ]);
  const picture = (id: string) => {
    const variant = files.find((file) => file.id === id)?.variants[0];
    return variant && filePath(id, variant);
  };
  return {
    at: sitePath(workspace.slug, siteId),
    name: site.name,
    host: siteHostName(deps.urls, site) ?? "",
    url: shownAddress(deps.urls, site, "/"),
    slug: site.slug,
    suffix: `.${deps.config.origins.pagesDomain}`,
    language: site.language,
    searchable: site.searchable,
    missingPage: site.missingPageId ? publicId("page", site.missingPageId) : "",
    pages: pages
      .filter(({ liveVersionId, id }) => liveVersionId || id === site.missingPageId)
      .map(({ id, title, path }) => ({ value: publicId("page", id), label: `${title} (${path})` })),
    icon: picture(site.iconFileId),
    share: picture(site.shareFileId),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, workspaceId, siteId } = await requireSite(args);
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const intent = text("intent");
  return answerForm(form, async () => {
    if (intent === "icon" || intent === "share") {
      const given = readPicture(form);
      await setSitePicture(deps, member, {
        workspaceId,
        siteId,
        picture: intent,
        file: given && { name: given.name, bytes: Buffer.from(await given.arrayBuffer()) },
      });
      return { done: given ? "The picture is in use." : "The picture is no longer used." };
    }
    await updateSite(deps, member, {
      workspaceId,
      siteId,
      changes: {
        name: text("name"),
        slug: text("slug"),
        language: text("language"),
        searchable: form.get("searchable") === "yes",
        missingPageId: storedId("page", text("missingPage")) ?? "",
      },
    });
    return { done: "Saved. Visitors meet it within two seconds." };
  });
}

export default function SiteSettings() {
  const site = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const refused = String(answer?.values?.intent ?? "");
  return (
    <Stack gap={6}>
      <SiteHead site={site} at={site.at} />
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      <ActionForm id="site" state={refused === "settings" ? answer : undefined}>
        <input type="hidden" name="intent" value="settings" />
        <FormSection title="Name and address" description="How visitors find the site.">
          <TextField name="name" label="Name" defaultValue={site.name} maxLength={120} required />
          <TextField
            name="slug"
            label="Address"
            hint="An earlier address stays yours and leads to the new one."
            suffix={site.suffix}
            defaultValue={site.slug}
            autoCapitalize="off"
            spellCheck={false}
            required
          />
          <SelectField
            name="language"
            label="Language"
            options={languageChoices}
            defaultValue={site.language}
          />
        </FormSection>
        <FormSection
          title="Where there is no page"
          description="Shown with the answer 404 for every other address."
        >
          <SelectField
            name="missingPage"
            label="Page to show"
            hint="A published page of this site. Without one visitors meet a plain page in the site's language."
            emptyOption="The plain page"
            options={site.pages}
            defaultValue={site.missingPage}
          />
        </FormSection>
        <FormSection title="Search engines" description="Single pages can be kept out in their own settings.">
          <CheckboxField
            name="searchable"
            label="Search engines may list this site"
            hint="Otherwise robots.txt and every page ask them to stay away."
            defaultChecked={site.searchable}
          />
        </FormSection>
        <FormActions>
          <SubmitButton pendingLabel="Saving">Save</SubmitButton>
        </FormActions>
      </ActionForm>
      <PictureForm
        intent="icon"
        title="Icon"
        description="Stands in the browser's tab and on phones' home screens. Best square, 512 px or larger."
        shown={site.icon}
        state={refused === "icon" ? answer : undefined}
      />
      <PictureForm
        intent="share"
        title="Picture for sharing"
        description="Shown where pages are shared, instead of the one drawn from each page. Best 1200 by 630 px."
        shown={site.share}
        state={refused === "share" ? answer : undefined}
      />
    </Stack>
  );
}
