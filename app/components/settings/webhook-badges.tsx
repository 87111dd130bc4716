import { Badge } from "~/components/ui/badge";

/** Whether an endpoint is sent anything, and whether it takes it. */
export function EndpointState({ state, failing }: { state: "enabled" | "disabled"; failing: boolean }) {
  if (state === "disabled") return <Badge>Off</Badge>;
  return failing ? <Badge tone="warn">Failing</Badge> : <Badge tone="good">On</Badge>;
}

const words = { waiting: "Waiting", delivered: "Taken", failed: "Not taken" } as const;
const tones = { waiting: "info", delivered: "good", failed: "bad" } as const;

export const DeliveryState = ({ state }: { state: "waiting" | "delivered" | "failed" }) => (
  <Badge tone={tones[state]}>{words[state]}</Badge>
);
