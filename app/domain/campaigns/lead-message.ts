import type { DeliveryState } from "./delivery";

/** A campaign as one person met it. */
export interface LeadMessage {
  deliveryId: string;
  campaignId: string;
  campaignName: string;
  state: DeliveryState;
  reason: string;
  startedAt: number;
  sentAt: number | undefined;
  bouncedAt: number | undefined;
  complainedAt: number | undefined;
  /** Only of messages that may know who opens them. */
  openedAt: number | undefined;
  openedByMachineAt: number | undefined;
  clickedAt: number | undefined;
}
