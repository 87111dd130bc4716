import { platformScope } from "~/lib/ids";
import type { Actor } from "../actor";
import { recordAudit } from "../audit/record-audit.server";
import type { Deps } from "../deps";
import { writeInstanceFact } from "../keys/instance-fact.server";
import { requireOperator } from "./suspend-workspace.server";

/** An operator answers for the opt-outs that a restore without journal forgot; campaigns can leave again. */
export async function confirmRestore(deps: Pick<Deps, "db" | "clock" | "ids">, actor: Actor): Promise<void> {
  requireOperator(actor);
  await writeInstanceFact(deps, "marketing_blocked", "0");
  await recordAudit(deps, deps.db, {
    workspaceId: platformScope,
    actor,
    action: "instance:confirm-restore",
    targetKind: "instance",
    targetId: "",
  });
}
