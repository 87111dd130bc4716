import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData, useSearchParams } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { Card } from "~/components/ui/card";
import { EmptyState } from "~/components/ui/empty-state";
import { Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Menu, MenuAction } from "~/components/ui/menu";
import { Notice } from "~/components/ui/notice";
import { PageHeader } from "~/components/ui/page-header";
import { TimeText } from "~/components/ui/time-text";
import { UndoNotice } from "~/components/ui/undo-notice";
import { listSections } from "~/domain/pages/list-sections.server";
import { isOutOfDate } from "~/domain/pages/saved-section";
import { mayDo } from "~/domain/workspaces/permission";
import { publicId } from "~/lib/ids";
import { requireMember } from "~/server/session/require-member.server";
import pagesCss from "./pages.css?url";

export const meta: MetaFunction = () => [{ title: "Saved sections · Foyer" }];
export const links: LinksFunction = () => [{ rel: "stylesheet", href: pagesCss }];

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { workspace, member } = await requireMember(request, context, params.workspace, "page:edit");
  const sections = await listSections(context.deps, workspace.id);
  return {
    base: `/w/${workspace.slug}/pages`,
    zone: workspace.timeZone,
    mayPublish: mayDo(member.role, "page:publish"),
    sections: sections.map((section) => ({
      id: publicId("section", section.id),
      name: section.name,
      updatedAt: section.updatedAt,
      outOfDate: section.outOfDate.length,
      uses: section.uses.map((use) => ({
        id: publicId("page", use.pageId),
        title: use.title,
        isLive: use.liveRevision > 0,
        isOutOfDate: isOutOfDate(use, section),
      })),
    })),
  };
}

type Listed = Awaited<ReturnType<typeof loader>>["sections"][number];

const pages = (count: number) => (count === 1 ? "1 page" : `${count} pages`);

function UseList({ uses, base }: { uses: Listed["uses"]; base: string }) {
  if (uses.length === 0) return <p className="soft">No page shows it yet.</p>;
  return (
    <ul className="history">
      {uses.map((use) => (
        <li key={use.id}>
          <Link to={`${base}/${use.id}`}>{use.title}</Link>
          {use.isOutOfDate ? (
            <Badge tone="warn">Visitors see an earlier one</Badge>
          ) : (
            <Badge tone={use.isLive ? "good" : "neutral"}>{use.isLive ? "Up to date" : "In the draft"}</Badge>
          )}
        </li>
      ))}
    </ul>
  );
}

function SectionCard({
  section,
  base,
  zone,
  mayPublish,
}: {
  section: Listed;
  base: string;
  zone: string;
  mayPublish: boolean;
}) {
  const at = `${base}/sections/${section.id}`;
  return (
    <Card title={section.name}>
      <Stack gap={4}>
        <p className="soft">
          Saved <TimeText at={section.updatedAt} zone={zone} />
        </p>
        <UseList uses={section.uses} base={base} />
        <div className="section-actions">
          {section.outOfDate > 0 && mayPublish && (
            <Form method="post" action={`${at}/act`}>
              <input type="hidden" name="act" value="republish" />
              <Button type="submit" tone="primary" small>
                Bring {pages(section.outOfDate)} up to date
              </Button>
            </Form>
          )}
          <LinkButton to={`${at}/edit`} reloadDocument prefetch="none" small>
            Edit
          </LinkButton>
          <Menu label={`More for ${section.name}`} trigger={<Ellipsis className="icon" aria-hidden="true" />}>
            <MenuAction action={`${at}/act`} fields={{ act: "remove" }} danger>
              Remove from the library
            </MenuAction>
          </Menu>
        </div>
      </Stack>
    </Card>
  );
}

export default function SavedSections() {
  const { base, zone, sections, mayPublish } = useLoaderData<typeof loader>();
  const [query] = useSearchParams();
  const undo = query.get("undo");
  const republished = query.get("republished");
  const refused = query.get("refused");
  return (
    <Stack gap={4}>
      <PageHeader back={{ to: base, label: "Pages" }} title="Saved sections" />
      {undo && (
        <UndoNotice action={`${base}/sections/${undo}/act`} fields={{ act: "restore" }}>
          The section is gone from the library. Pages that show it keep it.
        </UndoNotice>
      )}
      {republished !== null && (
        <Notice
          tone={refused ? "warn" : "good"}
          live="polite"
          title={`${pages(Number(republished))} published again`}
        >
          {refused ?? "Visitors see the section as it is now, within two seconds."}
        </Notice>
      )}
      {sections.length === 0 ? (
        <EmptyState
          title="Write it once, show it on many pages"
          action={<LinkButton to={base}>Go to the pages</LinkButton>}
        >
          In the editor, select a section and press Save for other pages. It is edited here, in one place, and
          changes on every page that shows it.
        </EmptyState>
      ) : (
        <div className="section-cards">
          {sections.map((section) => (
            <SectionCard key={section.id} section={section} base={base} zone={zone} mayPublish={mayPublish} />
          ))}
        </div>
      )}
    </Stack>
  );
}
