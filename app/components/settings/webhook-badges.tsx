import { Badge } from "~/components/ui/badge";
import { TimeText } from "~/components/ui/time-text";

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

/** Of an endpoint that takes nothing. One that is off was not taking messages when it was switched off, by itself or by somebody. */
export function FailingWords({
  state,
  since,
  zone,
}: {
  state: "enabled" | "disabled";
  since: number;
  zone: string;
}) {
  const when = <TimeText at={since} zone={zone} />;
  if (state === "enabled")
    return <p>It has not taken messages since {when}. After five days it is switched off.</p>;
  return <p>Nothing is sent to it. It had not taken messages since {when}.</p>;
}
