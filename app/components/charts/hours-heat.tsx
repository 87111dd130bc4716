import { type KeyboardEvent, useState } from "react";
import { formatCount } from "~/components/ui/count";
import { ChartFrame } from "./chart-frame";

interface Props {
  title: string;
  summary?: string;
  /** Names of the seven rows, in the order of the figures. */
  days?: readonly string[];
  /** Seven rows of twenty-four figures, in the zone of the workspace. */
  values: readonly (readonly number[])[];
  /** What is counted: "views". */
  counted: string;
}

const week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const hours = Array.from({ length: 24 }, (_, hour) => hour);
const moves: Record<string, [number, number]> = {
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
};
const time = (hour: number) => `${String(hour).padStart(2, "0")}:00`;

/** When in the week something happens. It is a table, coloured; arrow keys walk it. */
export function HoursHeat({ title, summary, days = week, values, counted }: Props) {
  const [at, setAt] = useState<[number, number]>();
  const highest = Math.max(1, ...values.flat());
  const level = (value: number) => (value === 0 ? 0 : Math.min(5, Math.ceil((value / highest) * 5)));
  const valueAt = (day: number, hour: number) => values[day]?.[hour] ?? 0;

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = moves[event.key];
    const cell = (event.target as HTMLElement).closest("td");
    if (!move || !cell) return;
    event.preventDefault();
    const row = cell.parentElement as HTMLTableRowElement;
    const next =
      event.currentTarget.tBodies[0]?.rows[row.sectionRowIndex + move[0]]?.cells[cell.cellIndex + move[1]];
    if (next instanceof HTMLTableCellElement && next.tagName === "TD") next.focus();
  };
  return (
    <ChartFrame title={title} summary={summary}>
      <p className="chart-read-out figures" aria-hidden="true">
        <span className="chart-at">{at ? `${days[at[0]]} ${time(at[1])}` : "In all"}</span>
        <span className="chart-key">
          <b>{formatCount(at ? valueAt(...at) : values.flat().reduce((total, value) => total + value, 0))}</b>{" "}
          {counted}
        </span>
      </p>
      <div className="heat-scroll">
        <table className="heat" onKeyDown={onKeyDown} onPointerLeave={() => setAt(undefined)}>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              <td />
              {hours.map((hour) => (
                <th key={hour} scope="col">
                  <span className={hour % 6 === 0 ? undefined : "visually-hidden"}>{time(hour)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {days.map((day, row) => (
              <tr key={day}>
                <th scope="row">{day}</th>
                {hours.map((hour) => (
                  <td
                    key={hour}
                    className={`heat-${level(valueAt(row, hour))}`}
                    tabIndex={row === (at?.[0] ?? 0) && hour === (at?.[1] ?? 0) ? 0 : -1}
                    onFocus={() => setAt([row, hour])}
                    onPointerEnter={() => setAt([row, hour])}
                  >
                    <span className="visually-hidden">{formatCount(valueAt(row, hour))}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}
