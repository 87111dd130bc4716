import { Badge } from "~/components/ui/badge";
import type { SenderState } from "~/domain/senders/sender";

export function SenderStateBadge({ state }: { state: SenderState }) {
  if (state === "verified") return <Badge tone="good">Verified</Badge>;
  if (state === "vouched") return <Badge tone="good">Vouched for by the operator</Badge>;
  return <Badge tone="warn">Not verified yet</Badge>;
}
