import type { Executor } from "~db/schema/executor";
import { requirePayment } from "../billing/require-payment.server";
import type { Deps } from "../deps";
import { DomainError } from "../domain-error";
import { findHold, type Gate } from "../mail/gate";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { standingAllows, standingWords } from "../workspaces/standing";
import { wordsOfHold } from "./hold-words";

/** Before a campaign begins or goes on: refuses while the workspace may not send. `kept` says what stays as it is. */
export async function requireNoHold(
  deps: Deps & { gates: readonly Gate[] },
  db: Executor,
  { workspaceId, kept }: { workspaceId: string; kept: string },
): Promise<void> {
  const { standing } = await getWorkspace(db, workspaceId);
  if (!standingAllows(standing, "send")) {
    throw new DomainError(
      "forbidden",
      "workspace_may_not_send",
      `${standingWords[standing].label}: no campaign can be sent just now. ${kept}`,
    );
  }
  await requirePayment(deps, db, workspaceId);
  const hold = await findHold(deps.gates, db, workspaceId);
  if (hold === undefined) return;
  throw new DomainError("forbidden", hold, `${wordsOfHold(hold)}. ${kept}`);
}
