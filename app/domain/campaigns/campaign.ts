import { z } from "zod";
import { plainLine } from "~/lib/plain-text";

/**
 * draft: being written. preparing: the audience is being frozen. scheduled: frozen, waits for its time.
 * paused: the workspace may not send just now. sent and stopped are ends.
 */
export const campaignStates = [
  "draft",
  "preparing",
  "scheduled",
  "sending",
  "paused",
  "sent",
  "stopped",
] as const;
export type CampaignState = (typeof campaignStates)[number];

const moves: Record<CampaignState, readonly CampaignState[]> = {
  draft: ["preparing"],
  preparing: ["scheduled", "sending", "stopped"],
  scheduled: ["sending", "paused", "stopped"],
  sending: ["sent", "paused", "stopped"],
  paused: ["sending", "scheduled", "stopped"],
  sent: ["sending"],
  stopped: [],
};

export const mayMove = (from: CampaignState, to: CampaignState): boolean => moves[from].includes(to);

/** Something may still leave, or is leaving. */
export const isUnderWay = (state: CampaignState): boolean =>
  state === "preparing" || state === "scheduled" || state === "sending" || state === "paused";

export interface Campaign {
  id: string;
  name: string;
  subject: string;
  preheader: string;
  senderId: string;
  /** Empty: no topic, so unsubscribing stops all marketing. */
  topicId: string;
  /** Empty: everybody who may be written to. */
  segmentId: string;
  revision: number;
  state: CampaignState;
  versionId: string;
  candidates: number;
  sendAt: number | undefined;
  createdAt: number;
  updatedAt: number;
  startedAt: number | undefined;
  finishedAt: number | undefined;
  /** Empty unless a person paused it. */
  pausedBy: string;
}

const line = (max: number) => z.string().transform((value) => plainLine(value, max));

export const campaignFields = z.object({
  name: line(200).pipe(z.string().min(1, "Give the campaign a name that you will recognise.")),
  subject: line(300),
  preheader: line(250),
  senderId: z.string().max(26),
  topicId: z.string().max(26),
  segmentId: z.string().max(26),
});

export type CampaignFields = z.infer<typeof campaignFields>;

export const stateWords: Record<CampaignState, string> = {
  draft: "Draft",
  preparing: "Preparing",
  scheduled: "Scheduled",
  sending: "Sending",
  paused: "Paused",
  sent: "Sent",
  stopped: "Stopped",
};
