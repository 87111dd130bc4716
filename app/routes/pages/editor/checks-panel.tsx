import { Badge } from "~/components/ui/badge";
import { formatSize } from "~/components/ui/size";
import { Skeleton } from "~/components/ui/skeleton";
import type { CheckNote, PageChecks } from "~/domain/publishing/page-checks";
import { type NoteActions, NoteList } from "../check-notes";

const areas: Record<CheckNote["area"], { title: string; fine: string }> = {
  use: { title: "Acceptable use", fine: "Nothing that we may not publish" },
  consent: { title: "Consent and privacy", fine: "Forms and pictures are fine" },
  access: { title: "For everyone", fine: "Readable by everyone: nothing found" },
  links: { title: "Links", fine: "Every link leads somewhere" },
  search: { title: "Search and sharing", fine: "Ready for search results" },
  weight: { title: "Weight and speed", fine: "Light" },
};

/** The last save as acceptable use, people, search engines and slow phones see it; each note leads to its spot. */
export function ChecksPanel({ checks, ...actions }: { checks: PageChecks | undefined } & NoteActions) {
  if (!checks) return <Skeleton label="Checking the page" />;
  const sorted = Object.entries(areas).map(([area, words]) => ({
    area,
    ...words,
    notes: checks.notes.filter((note) => note.area === area),
  }));
  const speed = `${formatSize(checks.bytes)}, shown in about ${checks.seconds.toFixed(1)} s on a slow phone`;
  return (
    <div className="checks">
      {sorted.map(({ area, title, fine, notes }) => (
        <section key={area} aria-label={title}>
          <h3 className="checks-title">{title}</h3>
          {notes.length === 0 && <Badge tone="good">{area === "weight" ? speed : fine}</Badge>}
          {notes.length > 0 && area === "weight" && <p className="soft">{speed}</p>}
          <NoteList notes={notes} {...actions} />
        </section>
      ))}
    </div>
  );
}
