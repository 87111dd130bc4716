import type { Executor } from "~db/schema/executor";
import { forgetLead } from "./consent-queries.server";

/** Part of erasing a lead: present answers go but for what was withdrawn, the proof stays without what names the lead. */
export const forgetPerson = (
  tx: Executor,
  input: { workspaceId: string; leadId: string; addressHash: string },
): Promise<void> => forgetLead(tx, input.workspaceId, input.leadId, input.addressHash);
