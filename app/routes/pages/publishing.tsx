import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { PictureForm } from "~/components/settings/picture-form";
import { ActionForm } from "~/components/ui/action-form";
import { CheckboxField } from "~/components/ui/checkbox-field";
import { FormActions, FormSection } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextField } from "~/components/ui/text-field";
import { filePath } from "~/domain/files/file";
import { findFiles } from "~/domain/files/list-images.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { listPages } from "~/domain/pages/list-pages.server";
import { cancelSchedule } from "~/domain/publishing/cancel-schedule.server";
import { listSchedules } from "~/domain/publishing/list-schedules.server";
import { schedulePage } from "~/domain/publishing/schedule-page.server";
import { setSharePicture } from "~/domain/publishing/set-share-picture.server";
import { getPageListing, updatePageListing } from "~/domain/publishing/update-page-listing.server";
import { publicId, storedId } from "~/lib/ids";
import { answerForm, refuse } from "~/server/session/answer-form.server";
import { readPicture } from "~/server/session/read-picture.server";
import { timeZoneChoices } from "../settings/choices";
import { pagePath, requirePage } from "./page-request.server";
import pagesCss from "./pages.css?url";
import { ScheduleCard } from "./schedule-card";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: pagesCss }];
export const meta: MetaFunction = () => [{ title: "When and where it is found · Foyer" }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, pageId, workspaceId } = await requirePage(args, "page:publish");
  const page = await getPageSummary(deps, workspaceId, pageId).catch((error: unknown) => {
    throw refuse(error);
  });
  const [listing, schedules, { pages }] = await Promise.all([
    getPageListing(deps, workspaceId, pageId),
    listSchedules(deps, workspaceId, pageId),
    listPages(deps, workspaceId, { limit: 200 }),
  ]);
  const [share] = listing.shareFileId ? await findFiles(deps, workspaceId, [listing.shareFileId]) : [];
  const [shown] = share?.variants ?? [];
  const others = pages.filter(({ id }) => id !== pageId);
  const listings = listing.translationGroup
    ? await Promise.all(
        others.map(async ({ id }) => ({ id, ...(await getPageListing(deps, workspaceId, id)) })),
      )
    : [];
  const partner = listings.find(({ translationGroup }) => translationGroup === listing.translationGroup);
  return {
    at: pagePath(workspace.slug, pageId),
    title: page.title,
    zone: workspace.timeZone,
    zones: timeZoneChoices(workspace.timeZone),
    hidden: listing.hidden,
    canonical: listing.canonical,
    share: shown && filePath(listing.shareFileId, shown),
    translationOf: partner ? publicId("page", partner.id) : "",
    others: others.map(({ id, title, language }) => ({
      value: publicId("page", id),
      label: `${title} (${language})`,
    })),
    schedules: schedules.map(({ id, act, wallTime, timeZone, runAt, state, outcome }) => ({
      ...{ id, act, wallTime, timeZone, runAt, state, outcome },
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, pageId, workspaceId } = await requirePage(args, "page:publish");
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const input = { workspaceId, pageId };
  return answerForm(form, async () => {
    switch (text("intent")) {
      case "schedule": {
        const act = text("act") === "unpublish" ? "unpublish" : "publish";
        await schedulePage(deps, member, { ...input, act, wallTime: text("at"), timeZone: text("zone") });
        return { done: "Planned. It can be taken back until then." };
      }
      case "share": {
        const file = readPicture(form);
        await setSharePicture(deps, member, {
          ...input,
          file: file && { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) },
        });
        return { done: file ? "The picture is in use." : "The picture is no longer used." };
      }
      case "cancel":
        await cancelSchedule(deps, member, { ...input, scheduleId: text("schedule") });
        return { done: "The plan was taken back." };
      default:
        await updatePageListing(deps, member, {
          ...input,
          changes: {
            hidden: form.get("hidden") === "yes",
            canonical: text("canonical"),
            translationOf: storedId("page", text("translationOf")) ?? "",
          },
        });
        return { done: "Saved. It takes effect within two seconds, without publishing again." };
    }
  });
}

export default function Publishing() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string }) | undefined;
  const refused = answer?.errors || answer?.message ? String(answer.values?.intent ?? "listing") : "";
  return (
    <Stack gap={6}>
      <PageHeader
        back={{ to: data.at, label: data.title }}
        title="When and where it is found"
        lead="Takes effect without publishing the page again."
      />
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {refused === "cancel" && (
        <Notice tone="bad" live="assertive">
          {answer?.message}
        </Notice>
      )}
      <ScheduleCard
        schedules={data.schedules}
        zone={data.zone}
        zones={data.zones}
        state={refused === "schedule" ? answer : undefined}
      />
      <ActionForm id="listing" state={refused === "listing" ? answer : undefined}>
        <input type="hidden" name="intent" value="listing" />
        <FormSection title="Search engines" description="What they are asked to do with this page.">
          <CheckboxField
            name="hidden"
            label="Keep this page out of search engines"
            hint="It leaves the sitemap, and every answer asks not to list it. Visitors with the address still see it."
            defaultChecked={data.hidden}
          />
          <TextField
            name="canonical"
            label="Address of the original"
            hint="Where the same content stands elsewhere and that page is to be listed instead."
            placeholder="https://"
            defaultValue={data.canonical}
            optional
          />
        </FormSection>
        <FormSection title="Languages" description="Search engines lead each reader to the right one.">
          <SelectField
            name="translationOf"
            label="Says the same as"
            hint="A page of this workspace in another language. Both then name each other."
            emptyOption="No other page"
            options={data.others}
            defaultValue={data.translationOf}
          />
        </FormSection>
        <FormActions>
          <SubmitButton pendingLabel="Saving">Save</SubmitButton>
        </FormActions>
      </ActionForm>
      <PictureForm
        intent="share"
        title="Picture for sharing"
        description="Shown where this page is shared. Without one it is the site's, or it is drawn from the page. Best 1200 by 630 px."
        shown={data.share}
        state={refused === "share" ? answer : undefined}
      />
    </Stack>
  );
}
