import { Ellipsis } from "lucide-react";
import { Menu, MenuAction, MenuLink } from "~/components/ui/menu";
import type { PageState } from "~/domain/pages/page";

interface Props {
  page: { id: string; title: string; state: PageState; url: string };
  /** Address of the list of pages. */
  base: string;
  mayPublish: boolean;
}

/** What can be done with a page besides opening it. */
export function PageMenu({ page, base, mayPublish }: Props) {
  const at = `${base}/${page.id}`;
  const act = { action: `${at}/act` };
  const isLive = page.state === "live" || page.state === "changed";
  return (
    <Menu
      label={`More for ${page.title}`}
      className="page-menu"
      trigger={<Ellipsis className="icon" aria-hidden="true" />}
    >
      {page.state === "removed" ? (
        <MenuAction {...act} fields={{ act: "restore" }}>
          Restore
        </MenuAction>
      ) : (
        <>
          <MenuLink to={`${at}/edit`} reloadDocument>
            Edit
          </MenuLink>
          <MenuLink to={`${at}/preview`} reloadDocument target="_blank">
            Preview
          </MenuLink>
          <MenuLink to={`${at}/preview-links`}>Share a preview</MenuLink>
          {isLive && (
            <MenuLink to={page.url} target="_blank" rel="noreferrer">
              Open the live page
            </MenuLink>
          )}
          <MenuLink to={`${at}/report`}>Report</MenuLink>
          <MenuLink to={`${at}/experiments`}>Experiments</MenuLink>
          <MenuAction {...act} fields={{ act: "duplicate" }}>
            Make a copy
          </MenuAction>
          {isLive && mayPublish && (
            <MenuAction {...act} fields={{ act: "unpublish" }}>
              Unpublish
            </MenuAction>
          )}
          {(!isLive || mayPublish) && (
            <MenuAction {...act} fields={{ act: "remove" }} danger>
              {isLive ? "Unpublish and remove" : "Remove"}
            </MenuAction>
          )}
        </>
      )}
    </Menu>
  );
}
