import { StatRow } from "~/components/ui/stat-row";
import type { PlatformPromise, PromiseState } from "~/domain/trust/platform-promise";
import { promiseStateWords } from "~/domain/trust/platform-promise";

const order: readonly PromiseState[] = ["kept", "partly", "planned"];

/** How many promises stand where. */
export const PromiseSummary = ({ promises }: { promises: readonly PlatformPromise[] }) => (
  <StatRow
    label="Promises by state"
    stats={order.map((state) => ({
      label: promiseStateWords[state].label,
      value: promises.filter((promise) => promise.state === state).length,
      detail: promiseStateWords[state].words,
    }))}
  />
);
