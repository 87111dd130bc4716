import { data, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { PageHeader } from "~/components/ui/page-header";
import { formatTime } from "~/components/ui/time-text";
import { compareDocuments } from "~/domain/pages/compare-documents";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { listRevisions } from "~/domain/pages/list-revisions.server";
import { findPageState } from "~/domain/publishing/find-page-state.server";
import { listVersions } from "~/domain/publishing/list-versions.server";
import type { VersionSummary } from "~/domain/publishing/publication";
import { listMembers } from "~/domain/workspaces/list-members.server";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { ComparisonList } from "./comparison-list";
import historyCss from "./history.css?url";
import { type HistoryEntry, HistoryList } from "./history-list";
import { pagePath, requirePage } from "./page-request.server";
import { readStateRef } from "./page-state-ref";
import pagesCss from "./pages.css?url";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `History of ${page?.title ?? "a page"} · Foyer` },
];
export const links: LinksFunction = () => [
  { rel: "stylesheet", href: pagesCss },
  { rel: "stylesheet", href: historyCss },
];

export async function loader(args: LoaderFunctionArgs) {
  const { deps } = args.context;
  const { member, workspace, pageId, workspaceId } = await requirePage(args, "page:edit");
  const page = await getPageSummary(deps, workspaceId, pageId);
  const [versions, revisions, { members }] = await Promise.all([
    listVersions(deps, workspaceId, pageId, 50),
    listRevisions(deps, workspaceId, pageId),
    listMembers(deps, workspaceId),
  ]);
  const names = new Map(members.map(({ accountId, name, email }) => [accountId, name || email]));
  const nameOf = (accountId: string) => names.get(accountId) ?? "The API";
  const entries: HistoryEntry[] = [
    ...versions.map((version) => ({
      ref: publicId("version", version.id),
      kind: "version" as const,
      number: version.number,
      at: version.publishedAt,
      by: nameOf(version.publishedBy),
      isNow: version.isLive,
      what: whatOf(version, page),
    })),
    ...revisions.map((revision, index) => ({
      ref: `r${revision.revision}`,
      kind: "save" as const,
      number: revision.revision,
      at: revision.savedAt,
      by: nameOf(revision.savedBy),
      isNow: index === 0,
    })),
  ].sort((a, b) => b.at - a.at || (a.kind === "version" ? -1 : 1));
  const query = new URL(args.request.url).searchParams;
  const chosen = query.get("at") ?? entries[0]?.ref ?? "";
  const other = query.get("with") ?? "";
  const [ref, otherRef] = [readStateRef(chosen), readStateRef(other)];
  if (!ref && entries.length > 0) throw data({ message: "There is no such entry." }, { status: 404 });
  const shown = ref && (await findPageState(deps, workspaceId, pageId, ref));
  const compared = otherRef && (await findPageState(deps, workspaceId, pageId, otherRef));
  const beside = compared ? undefined : besideVersion(versions, chosen);
  const from = beside && (await findPageState(deps, workspaceId, pageId, { versionId: beside.id }));
  return {
    at: pagePath(workspace.slug, pageId),
    title: page.title,
    zone: workspace.timeZone,
    mayPublish: mayDo(member.role, "page:publish"),
    isRemoved: page.state === "removed",
    entries,
    chosen,
    other: compared ? other : "",
    comparison:
      shown && (compared || from)
        ? compared
          ? compareDocuments(shown, compared)
          : from && compareDocuments(from, shown)
        : undefined,
    about: beside?.about,
  };
}

/** What a version is compared with unasked: the live one, to see what going back to it changes, or the one before. */
function besideVersion(versions: readonly VersionSummary[], chosen: string) {
  const own = versions.filter(({ variantId }) => variantId === "");
  const index = own.findIndex(({ id }) => publicId("version", id) === chosen);
  const live = own.find(({ isLive }) => isLive);
  const version = own[index];
  if (!version) return undefined;
  if (!version.isLive && live)
    return {
      id: live.id,
      about: `What visitors would see changed, from version ${live.number}, by going back to version ${version.number}:`,
    };
  const before = own[index + 1];
  return (
    before && {
      id: before.id,
      about: `What version ${version.number} changed, compared with version ${before.number}:`,
    }
  );
}

/** Where a version differs from the page in more than its content. */
function whatOf({ title, path, variantId }: VersionSummary, page: { title: string; path: string }): string {
  return [
    variantId && "A variant of an experiment",
    title !== page.title && `“${title}”`,
    path !== page.path && `at ${path}`,
  ]
    .filter(Boolean)
    .join(", ");
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

const nameOf = (entry: HistoryEntry, zone: string): string =>
  entry.kind === "version"
    ? `Version ${entry.number}, published ${formatTime({ at: entry.at, zone })}`
    : `Saved ${formatTime({ at: entry.at, zone })}`;

function Frame({ entry, loaded }: { entry: HistoryEntry; loaded: Loaded }) {
  const { at, zone, mayPublish, isRemoved } = loaded;
  const name = nameOf(entry, zone);
  const isVersion = entry.kind === "version";
  return (
    <figure className="history-side">
      <figcaption>
        <span>
          <strong>{name}</strong> <span className="soft">by {entry.by}</span>
        </span>
        {entry.isNow ? (
          <Badge tone={isVersion ? "good" : "neutral"}>{isVersion ? "Live" : "The draft now"}</Badge>
        ) : (
          !isRemoved &&
          (isVersion ? mayPublish : true) && (
            <Form method="post" action={`${at}/act`}>
              <input type="hidden" name="act" value={isVersion ? "roll-back" : "restore-revision"} />
              <input
                type="hidden"
                name={isVersion ? "version" : "revision"}
                value={isVersion ? entry.ref : entry.number}
              />
              <Button
                type="submit"
                small
                aria-label={`${isVersion ? "Go back to it" : "Bring back"}: ${name}`}
              >
                {isVersion ? "Go back to it" : "Bring back"}
              </Button>
            </Form>
          )
        )}
      </figcaption>
      <div className="history-frame">
        <iframe src={`${at}/preview?at=${entry.ref}`} title={name} sandbox="" loading="lazy" />
      </div>
    </figure>
  );
}

/** Every save and every version of a page: looked at, compared, brought back. */
export default function PageHistory() {
  const loaded = useLoaderData<typeof loader>();
  const { at, title, zone, entries, chosen, other, comparison, about } = loaded;
  const find = (ref: string) => entries.find((entry) => entry.ref === ref);
  const [left, right] = [find(chosen), find(other)];
  return (
    <Stack gap={4}>
      <PageHeader
        back={{ to: at, label: title }}
        title="History"
        actions={
          <LinkButton to={`${at}/edit`} reloadDocument prefetch="none">
            Edit
          </LinkButton>
        }
      />
      <div className="history-page">
        <HistoryList entries={entries} zone={zone} chosen={chosen} other={other} />
        <Stack gap={4}>
          {comparison && <ComparisonList comparison={comparison} about={about} />}
          <div className="history-sides">
            {left && <Frame entry={left} loaded={loaded} />}
            {right && <Frame entry={right} loaded={loaded} />}
          </div>
        </Stack>
      </div>
    </Stack>
  );
}
