import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { BarList } from "./bar-list";
import { curve } from "./curve";
import { Funnel } from "./funnel";
import { HoursHeat } from "./hours-heat";
import { IntervalPlot } from "./interval-plot";
import { LineChart } from "./line-chart";
import { scaleFor, tickIndices } from "./scale";
import { Sparkline } from "./sparkline";

describe("a scale", () => {
  test.each([
    [0, 1],
    [1, 1],
    [3, 3],
    [7, 8],
    [158, 200],
    [4318, 5000],
    [Number.NaN, 1],
  ])("for %d goes up to %d", (highest, max) => expect(scaleFor(highest).max).toBe(max));

  test.each([5, 11, 99, 101, 4999, 123456])(
    "for %d has whole marks, evenly spaced, above the highest",
    (highest) => {
      const { max, ticks } = scaleFor(highest);
      expect(max).toBeGreaterThanOrEqual(highest);
      expect(ticks.every(Number.isInteger)).toBe(true);
      expect(ticks.length).toBeGreaterThanOrEqual(3);
      expect(ticks.length).toBeLessThanOrEqual(6);
    },
  );

  test("marks along the plot start at the first point", () => {
    expect(tickIndices(73, 5)).toEqual([0, 18, 36, 54, 72]);
    expect(tickIndices(0, 5)).toEqual([]);
    expect(tickIndices(1, 5)).toEqual([0]);
  });
});

test("a curve passes its points and stays flat where the figures are", () => {
  const path = curve([
    { x: 0, y: 10 },
    { x: 30, y: 10 },
    { x: 60, y: 0 },
  ]);
  expect(path).toBe("M0 10C10 10 20 10 30 10C40 10 50 3.3 60 0");
  expect(curve([])).toBe("");
});

describe("a line chart", () => {
  const markup = html(
    <LineChart
      title="First hours"
      along="Hour"
      labels={["09:00", "10:00"]}
      series={[
        { name: "people", values: [4, 1288] },
        { name: "machines", values: [140, 3], tone: "machine" },
      ]}
    />,
  );

  test("reads out each point to the keyboard and the ear", () => {
    expect(markup).toContain('type="range"');
    expect(markup).toContain('aria-valuetext="09:00, people 4, machines 140"');
  });

  test("says in all what the points add up to, or what it is told where these are rounded", () => {
    expect(markup).toContain("people <b>1,292</b>");
    const series = [{ name: "leads", values: [0, 0, 20], total: 60 }];
    const rounded = html(<LineChart title="Leads" along="Day" labels={["1", "2", "3"]} series={series} />);
    expect(rounded).toContain("leads <b>60</b>");
  });

  test("has the same figures as a table", () => {
    expect(markup).toContain('<th scope="row">10:00</th><td class="figures">1,288</td>');
  });

  test("draws machines in their own tone", () => expect(markup).toContain("tone-machine"));

  test("needs no style attribute, which the content policy would drop", () => {
    expect(markup).not.toContain("style=");
  });
});

test("a line chart without figures still stands", () => {
  expect(
    html(<LineChart title="Views" along="Day" labels={[]} series={[{ name: "views", values: [] }]} />),
  ).toContain("Views");
});

test("a funnel says what part came from the step before", () => {
  const markup = html(
    <Funnel
      title="From view to lead"
      steps={[
        { label: "Views", value: 200 },
        { label: "Leads", value: 50 },
        { label: "Unsubscribed", value: 1, aside: true },
      ]}
    />,
  );
  expect(markup).toContain('25 %<span class="visually-hidden"> of Views</span>');
  expect(markup).toContain('0.5 %<span class="visually-hidden"> of Views</span>');
});

test("hours of the week are a table with one cell to reach by keyboard at first", () => {
  const markup = html(<HoursHeat title="When" values={[[0, 5]]} days={["Mon"]} counted="views" />);
  expect(markup.match(/tabindex="0"/g)).toHaveLength(1);
  expect(markup).toContain('<th scope="row">Mon</th>');
});

test("a sparkline says in words what it shows", () => {
  expect(html(<Sparkline values={[1, 2, 3]} label="Views: 6, rising" />)).toContain(
    'aria-label="Views: 6, rising"',
  );
});

test("intervals stand on a scale with its marks, without styles of their own, which the policy of the product forbids", () => {
  const markup = html(
    <IntervalPlot
      title="Conversion"
      format={(value) => (value === undefined ? "–" : `${value * 100} %`)}
      rows={[
        { label: "As it is", value: 0.1, interval: { low: 0.05, high: 0.2 }, isBase: true },
        { label: "Variant B", value: undefined, interval: undefined },
      ]}
      table={{ head: ["Variant"], rows: [["As it is"], ["Variant B"]] }}
    />,
  );
  expect(markup).not.toContain("style=");
  expect([...markup.matchAll(/<text[^>]*>([^<]+)/g)].map(([, mark]) => mark)).toEqual([
    "0",
    "5",
    "10",
    "15",
    "20",
    "25",
  ]);
  expect(markup.match(/chart-dot/g)).toHaveLength(1);
});

test("names the tables that are plots themselves, for whoever goes from table to table", () => {
  const named = '<caption class="visually-hidden">When</caption>';
  expect(html(<HoursHeat title="When" values={[[0, 5]]} days={["Mon"]} counted="views" />)).toContain(named);
  expect(
    html(<BarList title="When" of="Day" counted="Views" bars={[{ label: "Monday", value: 5 }]} />),
  ).toContain(named);
});
