import { Tabs } from "~/components/ui/tabs";

/** The rooms of the leads: everybody, who waits, saved choices, files. */
export function LeadTabs({ base, held, manages }: { base: string; held: number; manages: boolean }) {
  return (
    <Tabs
      label="Leads"
      tabs={[
        { to: base, label: "All leads", end: true },
        { to: `${base}/quarantine`, label: "Quarantine", ...(held > 0 ? { count: held } : {}) },
        { to: `${base}/segments`, label: "Segments" },
        { to: `${base}/imports`, label: "Imports" },
        { to: `${base}/requests`, label: "Requests" },
        ...(manages ? [{ to: `${base}/suppressions`, label: "Suppressions" }] : []),
      ]}
    />
  );
}
