import { NavLink } from "@remix-run/react";
import { Ellipsis } from "lucide-react";
import { Menu, MenuLink } from "~/components/ui/menu";
import { placePath, placesAtHand, placesBehindMore } from "./places";

/** The rail of a phone. */
export function BottomBar({ base }: { base: string }) {
  return (
    <nav className="bottom-bar" aria-label="Workspace, short">
      {placesAtHand.map(({ key, label, icon: Icon }) => (
        <NavLink key={key} className="bottom-place" to={placePath(base, key)} end={key === "home"}>
          <Icon className="icon" aria-hidden="true" />
          {label}
        </NavLink>
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
        {placesBehindMore.map(({ key, label, icon: Icon }) => (
          <MenuLink key={key} to={placePath(base, key)}>
            <Icon className="icon" aria-hidden="true" />
            {label}
          </MenuLink>
        ))}
      </Menu>
    </nav>
  );
}
