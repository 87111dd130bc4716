import { Link, useLocation } from "@remix-run/react";
import { Count } from "~/components/ui/count";
import { isInPlace, openPlaces, type PlaceKey, placePath } from "./places";

interface Props {
  base: string;
  closed: readonly PlaceKey[];
  counts: Partial<Record<PlaceKey, number>> | undefined;
}

/** The places of a workspace, in the rail. */
export function PlaceList({ base, closed, counts }: Props) {
  const { pathname } = useLocation();
  return (
    <nav className="places" aria-label="Workspace">
      <ul className="places-list">
        {openPlaces(closed).map((place) => {
          const { key, label, icon: Icon } = place;
          const count = counts?.[key];
          return (
            <li key={key} className={key === "settings" ? "places-last" : undefined}>
              <Link
                className="place"
                to={placePath(base, key)}
                prefetch="intent"
                aria-current={isInPlace(place, base, pathname) ? "page" : undefined}
              >
                <Icon className="icon" aria-hidden="true" />
                <span>{label}</span>
                {count !== undefined && <Count className="place-count" value={count} />}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
