/** What became of a message after it was handed over, as a relay or the receiving server tells it. */
export interface ProviderEvent {
  workspaceId: string;
  deliveryId: string;
  /** blocked: refused for now; the address itself is not at fault. */
  kind: "delivered" | "bounced" | "blocked" | "complained" | "unsubscribed";
  at: number;
}
