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

/** On a new page whose way there is gone, such as a form that was sent: reading goes on at its content. */
function useMainThatTakesLostFocus() {
  const main = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  return main;
}

const none = [] as const;

/** The frame of the product: rail, switcher, commands; a bar at the foot on a phone. */
export function AppFrame({ children, banner, wide, ...frame }: Props) {
  const { workspace, counts, closed = none } = frame;
  const main = useMainThatTakesLostFocus();
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
