import type { ActionFunctionArgs, LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import type { FormState } from "~/components/ui/form-state";
import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { formatTime } from "~/components/ui/time-text";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { createPreviewLink } from "~/domain/publishing/create-preview-link.server";
import { listPreviewLinks } from "~/domain/publishing/list-preview-links.server";
import { listVersions } from "~/domain/publishing/list-versions.server";
import { revokePreviewLink } from "~/domain/publishing/revoke-preview-link.server";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { publicId, storedId } from "~/lib/ids";
import { answerForm, refuse } from "~/server/session/answer-form.server";
import { pagePath, requirePage } from "./page-request.server";
import pagesCss from "./pages.css?url";
import { PreviewLinkForm } from "./preview-link-form";
import { PreviewLinkList } from "./preview-link-list";

export const meta: MetaFunction = () => [{ title: "Share a preview · Foyer" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: pagesCss }];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { workspace, pageId, workspaceId } = await requirePage(args, "page:edit");
  const page = await getPageSummary(deps, workspaceId, pageId).catch((error: unknown) => {
    throw refuse(error);
  });
  const [found, versions, { members }] = await Promise.all([
    listPreviewLinks(deps, workspaceId, pageId),
    listVersions(deps, workspaceId, pageId, 50),
    listMembers(deps, workspaceId),
  ]);
  const names = new Map(members.map(({ accountId, name, email }) => [accountId, name || email]));
  const numbers = new Map(versions.map(({ id, number }) => [id, number]));
  return {
    at: pagePath(workspace.slug, pageId),
    title: page.title,
    zone: workspace.timeZone,
    versions: versions.map(({ id, number, publishedAt }) => ({
      value: publicId("version", id),
      label: `Version ${number}, published ${formatTime({ at: publishedAt, zone: workspace.timeZone })}`,
    })),
    shared: found.map(({ id, url, versionId, hasPassword, expiresAt, openedAt, createdBy }) => ({
      ...{ id: publicId("previewLink", id), url, hasPassword, expiresAt, openedAt },
      shows: versionId ? `Version ${numbers.get(versionId) ?? "of earlier"}` : "The page as saved",
      by: names.get(createdBy) ?? "The API",
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const { member, pageId, workspaceId } = await requirePage(args, "page:edit");
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "");
  const input = { workspaceId, pageId };
  return answerForm(form, async () => {
    if (text("intent") === "revoke") {
      const linkId = storedId("previewLink", text("link")) ?? "";
      await revokePreviewLink(deps, member, { ...input, linkId });
      return { done: "The link was taken back. It shows nothing any more." };
    }
    const version = text("version");
    const { url } = await createPreviewLink(deps, member, {
      ...input,
      days: Number(text("days")),
      password: text("password"),
      versionId: version && (storedId("version", version) ?? "none"),
    });
    return { done: "The link is made. Whoever has it sees the page.", url };
  });
}

export default function PreviewLinks() {
  const { at, title, zone, versions, shared } = useLoaderData<typeof loader>();
  const answer = useActionData() as (FormState & { done?: string; url?: string }) | undefined;
  const isRevoke = answer?.values?.intent === "revoke";
  return (
    <Stack gap={6}>
      <PageHeader
        back={{ to: at, label: title }}
        title="Share a preview"
        lead="Shows the page to people without an account, before it is public."
      />
      {answer?.done && (
        <Notice tone="good" live="polite">
          {answer.done}
        </Notice>
      )}
      {isRevoke && answer?.message && (
        <Notice tone="bad" live="assertive">
          {answer.message}
        </Notice>
      )}
      {shared.length > 0 && (
        <Card title="Links that work now">
          <PreviewLinkList links={shared} zone={zone} />
        </Card>
      )}
      <PreviewLinkForm
        key={shared.length}
        versions={versions}
        state={isRevoke || answer?.done ? undefined : answer}
      />
    </Stack>
  );
}
