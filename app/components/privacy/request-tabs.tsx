import { Tabs } from "~/components/ui/tabs";

/** What waits for an answer, and what has one. */
export const RequestTabs = ({ base, open }: { base: string; open: number }) => (
  <Tabs
    label="Requests"
    tabs={[
      { to: base, label: "Open", end: true, count: open },
      { to: `${base}/answered`, label: "Answered" },
    ]}
  />
);
