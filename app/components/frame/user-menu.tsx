import { useLocation, useRouteLoaderData } from "@remix-run/react";
import { LogOut, Monitor, Moon, Sun, User } from "lucide-react";
import { Menu, MenuAction, MenuLink, MenuTitle } from "~/components/ui/menu";
import type { FrameProps } from "./frame-props";

type Props = Pick<FrameProps, "user" | "accountPath" | "signOutPath">;

const themes = [
  { value: "light", label: "Light", icon: Sun },
  { value: "dark", label: "Dark", icon: Moon },
  { value: "", label: "As the device", icon: Monitor },
] as const;

/** Colours of the product; the choice stays with the browser. */
function ThemeChoices() {
  const root = useRouteLoaderData("root") as { theme?: string } | undefined;
  const present = root?.theme ?? "";
  const { pathname, search } = useLocation();
  return (
    <>
      <MenuTitle>Colours</MenuTitle>
      {themes.map(({ value, label, icon: Icon }) => (
        <MenuAction
          key={label}
          action="/theme"
          fields={{ theme: value, next: `${pathname}${search}` }}
          aria-pressed={value === present}
        >
          <Icon className="icon" aria-hidden="true" />
          {label}
        </MenuAction>
      ))}
    </>
  );
}

export function UserMenu({ user, accountPath = "/account", signOutPath = "/sign-out" }: Props) {
  const name = user.name || user.email;
  return (
    <Menu
      above
      align="start"
      className="user-menu"
      trigger={
        <>
          <span className="initial" aria-hidden="true">
            {[...name][0]?.toUpperCase()}
          </span>
          <span className="user-name">{name}</span>
          <span className="visually-hidden">, account and sign out</span>
        </>
      }
    >
      <MenuTitle>{user.email}</MenuTitle>
      <MenuLink to={accountPath}>
        <User className="icon" aria-hidden="true" />
        Your account
      </MenuLink>
      <ThemeChoices />
      <MenuAction action={signOutPath}>
        <LogOut className="icon" aria-hidden="true" />
        Sign out
      </MenuAction>
    </Menu>
  );
}
