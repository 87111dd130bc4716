import { NavLink, useLocation } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Count } from "./count";

export interface Tab {
  to: string;
  label: string;
  count?: number;
  /** Active only on exactly this address. */
  end?: boolean;
}

/** Parts of one thing, each with an address of its own. On a phone the bar scrolls to where one is. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const bar = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says when another tab is current.
  useEffect(() => {
    const current = bar.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (!bar.current || !current) return;
    const { left, width } = current.getBoundingClientRect();
    const frame = bar.current.getBoundingClientRect();
    bar.current.scrollLeft += left + width / 2 - (frame.left + frame.width / 2);
  }, [pathname]);
  return (
    <nav className="tabs" aria-label={label} ref={bar}>
      <ul className="tabs-list">
        {tabs.map((tab) => (
          <li key={tab.to}>
            <NavLink className="tab" to={tab.to} end={tab.end} prefetch="intent">
              {tab.label}
              {tab.count !== undefined && <Count value={tab.count} />}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
