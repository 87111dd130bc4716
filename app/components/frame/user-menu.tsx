import { LogOut, User } from "lucide-react";
import { Menu, MenuAction, MenuLink, MenuTitle } from "~/components/ui/menu";
import type { FrameProps } from "./frame-props";

type Props = Pick<FrameProps, "user" | "accountPath" | "signOutPath">;

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
      <MenuAction action={signOutPath}>
        <LogOut className="icon" aria-hidden="true" />
        Sign out
      </MenuAction>
    </Menu>
  );
}
