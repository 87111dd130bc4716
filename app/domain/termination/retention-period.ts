import type { RetentionClass } from "~db/schema/define";
import { keptVisitDays } from "../tracking/visit-retention";

/** How long each class is kept where the customer chose nothing else; undefined for as long as its owner. */
export const retentionDays: Record<RetentionClass, number | undefined> = {
  account: undefined,
  workspace: undefined,
  leads: undefined,
  marketing: undefined,
  usage: keptVisitDays,
  proof: undefined,
  security: 396,
  work: 30,
  forever: undefined,
};
