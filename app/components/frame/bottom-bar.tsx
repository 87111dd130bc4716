import { Link, useLocation } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { Menu, MenuLink } from "~/components/ui/menu";
import { isInPlace, openPlaces, type PlaceKey, placePath, placesAtHand, placesBehindMore } from "./places";

/** The rail of a phone. */
export function BottomBar({ base, closed }: { base: string; closed: readonly PlaceKey[] }) {
  const { pathname } = useLocation();
  return (
    <nav className="bottom-bar" aria-label="Workspace, short">
      {openPlaces(closed, placesAtHand).map(({ icon: Icon, ...place }) => (
        <Link
          key={place.key}
          className="bottom-place"
          to={placePath(base, place.key)}
          aria-current={isInPlace(place, base, pathname) ? "page" : undefined}
        >
          <Icon className="icon" aria-hidden="true" />
          {place.label}
        </Link>
      ))}
      <Menu
        above
        className="bottom-more"
        trigger={
          <span className="bottom-place">
            <Ellipsis className="icon" aria-hidden="true" />
            More
          </span>
        }
      >
        {openPlaces(closed, placesBehindMore).map(({ key, label, icon: Icon }) => (
          <MenuLink key={key} to={placePath(base, key)}>
            <Icon className="icon" aria-hidden="true" />
            {label}
          </MenuLink>
        ))}
      </Menu>
    </nav>
  );
}
