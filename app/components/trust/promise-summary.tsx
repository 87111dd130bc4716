import { Stack } from "~/components/ui/layout";
import { StatRow } from "~/components/ui/stat-row";
import { type PlatformPromise, type PromiseState, promiseStateWords } from "~/domain/trust/platform-promise";

const order: readonly PromiseState[] = ["kept", "partly", "planned"];

/** How many promises stand where, and what the words mean. */
export const PromiseSummary = ({ promises }: { promises: readonly PlatformPromise[] }) => (
  <Stack>
    <StatRow
      label="Promises by state"
      stats={order.map((state) => ({
        label: promiseStateWords[state].label,
        value: promises.filter((promise) => promise.state === state).length,
      }))}
    />
    <p className="soft">
      {order.map((state) => `${promiseStateWords[state].label}: ${promiseStateWords[state].words}`).join(" ")}
    </p>
  </Stack>
);
