import { Check, ChevronsUpDown, Plus } from "lucide-react";
import { Menu, MenuLink, MenuTitle } from "~/components/ui/menu";
import { DoorwayMark } from "./doorway-mark";
import type { FrameProps } from "./frame-props";

type Props = Pick<FrameProps, "workspace" | "workspaces" | "newWorkspacePath">;

export function WorkspaceSwitcher({ workspace, workspaces, newWorkspacePath }: Props) {
  return (
    <Menu
      className="switcher"
      align="start"
      trigger={
        <>
          <DoorwayMark />
          <span className="switcher-name">{workspace.name}</span>
          <span className="visually-hidden">, switch workspace</span>
          <ChevronsUpDown className="icon soft" aria-hidden="true" />
        </>
      }
    >
      <MenuTitle>Workspaces</MenuTitle>
      {workspaces.map(({ name, to }) => {
        const present = to === workspace.to;
        return (
          <MenuLink key={to} to={to} aria-current={present ? "true" : undefined}>
            <span className="menu-item-words">{name}</span>
            {present && <Check className="icon" aria-hidden="true" />}
          </MenuLink>
        );
      })}
      {newWorkspacePath && (
        <MenuLink to={newWorkspacePath}>
          <Plus className="icon" aria-hidden="true" />
          New workspace
        </MenuLink>
      )}
    </Menu>
  );
}
