import { NavLink } from "@remix-run/react";
import { Count } from "./count";

export interface Tab {
  to: string;
  label: string;
  count?: number;
  /** Active only on exactly this address. */
  end?: boolean;
}

/** Parts of one thing, each with an address of its own. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav className="tabs" aria-label={label}>
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
