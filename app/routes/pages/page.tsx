import {
  type ActionFunctionArgs,
  data,
  type LinksFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { Link, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { Card } from "~/components/ui/card";
import { CopyField } from "~/components/ui/copy-button";
import { type FormState, refusedForm } from "~/components/ui/form-state";
import { Columns, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import type { Finding } from "~/domain/acceptable-use/finding";
import { isDomainError } from "~/domain/domain-error";
import { findExperimentOfVariantPage } from "~/domain/experiments/get-experiment.server";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { listRevisions } from "~/domain/pages/list-revisions.server";
import { updatePage } from "~/domain/pages/update-page.server";
import { listNextDrafts } from "~/domain/publishing/list-next-drafts.server";
import { listVersions } from "~/domain/publishing/list-versions.server";
import { publishPage } from "~/domain/publishing/publish-page.server";
import { getSite } from "~/domain/sites/find-site.server";
import { shownAddress, siteHostName } from "~/domain/sites/site-address";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { statusOfKind } from "~/server/http-errors.server";
import { answerForm } from "~/server/session/answer-form.server";
import { FindingList } from "./finding-list";
import { findingsOf } from "./findings";
import galleryCss from "./gallery.css?url";
import { PageActions } from "./page-actions";
import { HistoryCard, VersionsCard } from "./page-history";
import { pagePath, requirePage } from "./page-request.server";
import { PageSettingsForm } from "./page-settings-form";
import { PageStateBadge } from "./page-state-badge";
import { PageThumbnail } from "./page-thumbnail";
import pagesCss from "./pages.css?url";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `${page?.page.title ?? "Page"} · Foyer` },
];
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: pagesCss },
  { rel: "stylesheet", href: galleryCss },
];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { member, workspace, pageId, workspaceId } = await requirePage(args, "page:edit");
  const page = await getPageSummary(deps, workspaceId, pageId);
  const mayPublish = mayDo(member.role, "page:publish");
  const publishes = mayPublish && (page.state === "draft" || page.state === "changed");
  const [site, versions, revisions, { members }, experimentId, next] = await Promise.all([
    getSite(deps.db, workspaceId, page.siteId),
    listVersions(deps, workspaceId, pageId, 20),
    listRevisions(deps, workspaceId, pageId),
    listMembers(deps, workspaceId),
    findExperimentOfVariantPage(deps, workspaceId, pageId),
    publishes ? listNextDrafts(deps, workspaceId, pageId) : [],
  ]);
  const names = new Map(members.map(({ accountId, name, email }) => [accountId, name || email]));
  const nameOf = (accountId: string) => names.get(accountId) ?? "The API";
  const { title, path, description, language, state, updatedAt, revision } = page;
  return {
    base: `/w/${workspace.slug}/pages`,
    zone: workspace.timeZone,
    experiment: experimentId && `/w/${workspace.slug}/experiments/${publicId("experiment", experimentId)}`,
    mayPublish,
    next: next.map((one) => ({ id: publicId("page", one.id), title: one.title, path: one.path })),
    url: shownAddress(deps.urls, site, path),
    host: siteHostName(deps.urls, site) ?? "",
    page: { id: publicId("page", page.id), title, path, description, language, state, updatedAt, revision },
    versions: versions.map(({ id, number, publishedBy, publishedAt, isLive }) => ({
      id: publicId("version", id),
      number,
      publishedAt,
      isLive,
      by: nameOf(publishedBy),
    })),
    revisions: revisions.map(({ revision: number, savedAt, savedBy }) => ({
      number,
      savedAt,
      by: nameOf(savedBy),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { deps } = args.context;
  const form = await args.request.formData();
  const isPublish = form.get("act") === "publish";
  const { member, workspace, pageId, workspaceId } = await requirePage(
    args,
    isPublish ? "page:publish" : "page:edit",
  );
  const here = pagePath(workspace.slug, pageId);
  if (isPublish) {
    try {
      const { alsoPublished } = await publishPage(deps, member, { workspaceId, pageId });
      return redirect(`${here}?published${alsoPublished.length > 0 ? "=both" : ""}`);
    } catch (error) {
      const status = isDomainError(error) ? statusOfKind[error.kind] : 500;
      return data({ ...refusedForm(form, error), findings: findingsOf(error) }, { status });
    }
  }
  const text = (name: string) => String(form.get(name) ?? "");
  return answerForm(form, async () => {
    await updatePage(deps, member, {
      workspaceId,
      pageId,
      title: text("title"),
      path: text("path"),
      description: text("description"),
      language: text("language"),
    });
    return redirect(`${here}?saved`);
  });
}

export default function PageOverview() {
  const { base, next, page, url, host, versions, revisions, zone, mayPublish, experiment } =
    useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as (FormState & { findings?: Finding[] }) | undefined;
  const [query] = useSearchParams();
  const at = `${base}/${page.id}`;
  const isLive = page.state === "live" || page.state === "changed";
  const findings = state?.findings;
  return (
    <Stack gap={6}>
      <PageHeader
        back={{ to: base, label: "Pages" }}
        title={page.title}
        lead={<PageStateBadge state={page.state} />}
        actions={<PageActions page={{ ...page, url }} base={base} mayPublish={mayPublish} />}
      />
      {experiment && (
        <Notice tone="info" title="This is a variant">
          Part of the visitors see it in place of another page. <Link to={experiment}>To the experiment</Link>
        </Notice>
      )}
      {next.map(({ id, title, path }) => (
        <Notice key={id} tone="info">
          Publishing makes <Link to={`${base}/${id}`}>{title}</Link> ({path}) public, too: the form leads
          there after sending.
        </Notice>
      ))}
      {query.has("published") && isLive && !state && (
        <Notice tone="good" live="polite" title="The page is live">
          Every visitor sees it within two seconds.
          {query.get("published") === "both" && " The page after sending went public with it."}
        </Notice>
      )}
      {query.has("saved") && !state && (
        <Notice tone="good" live="polite">
          The settings are saved.{isLive && " Publish to show them to visitors."}
        </Notice>
      )}
      {findings && (
        <Notice tone="bad" live="assertive" title={state.message}>
          <FindingList findings={findings} />
        </Notice>
      )}
      <Columns wideFirst>
        <Stack gap={6}>
          <PageThumbnail src={`${at}/preview`} title={`Preview of ${page.title}`} large />
          <Card title="Settings">
            <PageSettingsForm page={page} host={host} state={findings ? undefined : state} />
          </Card>
        </Stack>
        <Stack gap={6}>
          <Card title="Address">
            {host ? (
              <CopyField label={isLive ? "Live at" : "Will be live at"} text={url} />
            ) : (
              <p className="soft">Its site has no address here yet. Save one under Settings, Sites.</p>
            )}
            {mayPublish && (
              <LinkButton small to={`${at}/publishing`}>
                Plan, search engines, languages
              </LinkButton>
            )}
            {page.state !== "removed" && (
              <LinkButton small to={`${at}/preview-links`}>
                Share a preview
              </LinkButton>
            )}
          </Card>
          <VersionsCard versions={versions} zone={zone} at={at} mayPublish={mayPublish} />
          <HistoryCard revisions={revisions} zone={zone} at={at} />
        </Stack>
      </Columns>
    </Stack>
  );
}
