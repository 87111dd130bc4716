import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";
import { BottomBar } from "./bottom-bar";
import { CommandPalette } from "./command-palette";
import type { FrameProps } from "./frame-props";
import { PlaceList } from "./place-list";
import { UserMenu } from "./user-menu";
import { WorkspaceSwitcher } from "./workspace-switcher";

interface Props extends FrameProps {
  children: ReactNode;
  /** Standing of the workspace and the like, above every page. */
  banner?: ReactNode;
  /** Leaves the whole width to the page, for the editor. */
  wide?: boolean;
}

/**
 * A browser says which page one is on only where it loads it anew. Here reading goes on at the content, which is called
 * as the page is, unless one came by a link that is still there, such as a tab above the content.
 */
function useMainOfNewPage() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname || !main.current) return;
    before.current = pathname;
    main.current.ariaLabel = document.title.replace(/ · Foyer$/, "");
    if (!main.current.contains(document.activeElement)) main.current.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

const none = [] as const;

/** The frame of the product: rail, switcher, commands; a bar at the foot on a phone. */
export function AppFrame({ children, banner, wide, ...frame }: Props) {
  const { workspace, counts, closed = none } = frame;
  const main = useMainOfNewPage();
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        Skip to the content
      </a>
      <div className="rail">
        <WorkspaceSwitcher {...frame} />
        <CommandPalette base={workspace.to} commands={frame.commands} closed={closed} />
        <PlaceList base={workspace.to} closed={closed} counts={counts} />
        <UserMenu {...frame} />
      </div>
      <main ref={main} id="main" className={wide ? "main main-wide" : "main"} tabIndex={-1}>
        {wide ? (
          children
        ) : (
          <div className="main-page">
            {banner}
            {children}
          </div>
        )}
      </main>
      <BottomBar base={workspace.to} closed={closed} />
    </div>
  );
}
