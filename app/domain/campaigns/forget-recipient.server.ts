import type { Executor } from "~db/schema/executor";
import { anonymiseDeliveries } from "./recipient-queries.server";

/** Part of erasing a lead: the figures of campaigns stay, without whom they count. */
export const forgetRecipient = (
  tx: Executor,
  { workspaceId, leadId }: { workspaceId: string; leadId: string },
): Promise<void> => anonymiseDeliveries(tx, workspaceId, leadId);
