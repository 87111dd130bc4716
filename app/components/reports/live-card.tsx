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
  const { points, isRounded } = live;
  const isQuiet = points.every(({ views, leads, bots }) => views + leads + bots === 0);
  const quiet = isRounded ? "Too few came in this half hour to be told. " : "Nobody came in this half hour. ";
  return (
    <LineChart
      title="The last 30 minutes"
      summary={`${isQuiet ? quiet : ""}As of ${exact.format(live.at)}, in ${live.zone}.`}
      along={isRounded ? "From" : "Minute"}
      labels={points.map(({ start }) => time.format(start))}
      marks={(isRounded ? points.map((_, index) => index) : [0, 10, 20, points.length - 1]).map((index) => ({
        index,
        label: time.format(points[index]?.start),
      }))}
      series={[
        { name: "Views", values: points.map(({ views }) => views) },
        { name: "New visitors", values: points.map(({ visitors }) => visitors), tone: "soft" },
        { name: "Leads", values: points.map(({ leads }) => leads), tone: "warn" },
        { name: "Machines", values: points.map(({ bots }) => bots), tone: "machine" },
      ]}
    />
  );
}
