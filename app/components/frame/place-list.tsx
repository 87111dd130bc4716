import { NavLink } from "@remix-run/react";
import { Count } from "~/components/ui/count";
import { type PlaceKey, placePath, places } from "./places";

interface Props {
  base: string;
  counts: Partial<Record<PlaceKey, number>> | undefined;
}

/** The places of a workspace, in the rail. */
export function PlaceList({ base, counts }: Props) {
  return (
    <nav className="places" aria-label="Workspace">
      <ul className="places-list">
        {places.map(({ key, label, icon: Icon }) => {
          const count = counts?.[key];
          return (
            <li key={key} className={key === "settings" ? "places-last" : undefined}>
              <NavLink className="place" to={placePath(base, key)} end={key === "home"} prefetch="intent">
                <Icon className="icon" aria-hidden="true" />
                <span>{label}</span>
                {count !== undefined && <Count className="place-count" value={count} />}
              </NavLink>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
