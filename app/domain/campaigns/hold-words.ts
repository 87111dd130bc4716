import { standingWords } from "../workspaces/standing";

/** Why a campaign waits, for people; what it needs to go on. */
const words: Record<string, string> = {
  payment_overdue: "A payment for this workspace is overdue. An owner can pay in Settings, Billing",
  suspended: standingWords.suspended.label,
  restored_without_journal:
    "This instance was restored from a backup without its journal, so people who opted out since may be unknown here. No campaign leaves until an operator has entered them",
  workspace_paused: standingWords.paused.label,
  workspace_suspended: standingWords.suspended.label,
  workspace_closing: standingWords.closing.label,
};

export const wordsOfHold = (hold: string): string =>
  words[hold] ?? "No campaign of this workspace may leave just now";
