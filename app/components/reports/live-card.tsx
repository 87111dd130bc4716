import { useEffect, useState } from "react";
import { LineChart } from "~/components/charts/line-chart";
import type { LiveReport } from "~/domain/analytics/figures";

interface Props {
  first: LiveReport;
  /** Where the same is asked for again. */
  address: string;
}

const everyMs = 5000;

/** The last thirty minutes, renewed every few seconds while somebody looks. Without script it stays as it was sent. */
export function LiveCard({ first, address }: Props) {
  const [live, setLive] = useState(first);
  useEffect(() => {
    const asked = new AbortController();
    const look = async () => {
      if (document.hidden) return;
      // A look that fails is made up for by the next one.
      const answer = await fetch(address, { signal: asked.signal }).catch(() => undefined);
      if (answer?.ok) setLive(await answer.json());
    };
    const timer = setInterval(look, everyMs);
    return () => {
      clearInterval(timer);
      asked.abort();
    };
  }, [address]);
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: live.zone, hour: "2-digit", minute: "2-digit" });
  const exact = new Intl.DateTimeFormat("en-GB", { timeZone: live.zone, timeStyle: "medium" });
  const { minutes } = live;
  const isQuiet = minutes.every(({ views, leads, bots }) => views + leads + bots === 0);
  return (
    <LineChart
      title="The last 30 minutes"
      summary={`${isQuiet ? "Nobody came in this half hour. " : ""}As of ${exact.format(live.at)}, in ${live.zone}.`}
      along="Minute"
      labels={minutes.map(({ start }) => time.format(start))}
      marks={[0, 10, 20, minutes.length - 1].map((index) => ({
        index,
        label: time.format(minutes[index]?.start),
      }))}
      series={[
        { name: "Views", values: minutes.map(({ views }) => views) },
        { name: "New visitors", values: minutes.map(({ visitors }) => visitors), tone: "soft" },
        { name: "Leads", values: minutes.map(({ leads }) => leads), tone: "warn" },
        { name: "Machines", values: minutes.map(({ bots }) => bots), tone: "machine" },
      ]}
    />
  );
}
