import { DomainError } from "../domain-error";
import { standingAllows } from "../workspaces/standing";
import type { Workspace } from "../workspaces/workspace";

export function requireMayPublish(workspace: Workspace): void {
  if (standingAllows(workspace.standing, "publish")) return;
  throw new DomainError(
    "forbidden",
    "workspace_not_in_good_standing",
    workspace.standing === "suspended"
      ? "This workspace is suspended, so nothing can be published. The reason and the way to appeal are on Home."
      : "This workspace is being closed, so nothing can be published.",
  );
}
