import { Card } from "~/components/ui/card";
import { Row, Stack } from "~/components/ui/layout";
import { LinkButton } from "~/components/ui/link-button";
import { Notice } from "~/components/ui/notice";
import { Progress } from "~/components/ui/progress";
import { StatRow } from "~/components/ui/stat-row";
import type { ArchiveImport } from "~/domain/termination/archive-import";

type Shown = Pick<
  ArchiveImport,
  "state" | "name" | "rowsTotal" | "rowsDone" | "rowsTaken" | "pictures" | "notes" | "error"
>;

/** How far the import of an archive is, and what came of it. */
export function ArchiveReport({ shown, base }: { shown: Shown; base: string }) {
  const { state, name, rowsTotal, rowsDone, rowsTaken, pictures, notes, error } = shown;
  if (state === "failed") {
    return (
      <Notice tone="bad" title={`${name} was not imported`}>
        {error}
      </Notice>
    );
  }
  if (state !== "done") {
    const isCounting = state === "queued" || rowsTotal === 0;
    return (
      <Card title={name}>
        <Progress
          label={
            state === "queued" ? "Waits for its turn" : isCounting ? "Checking the archive" : "Importing"
          }
          done={rowsDone}
          total={isCounting ? undefined : rowsTotal}
          noun="rows"
          detail="You can leave this page; the work goes on. Change nothing in the workspace until it is done."
        />
      </Card>
    );
  }
  return (
    <Stack gap={4}>
      <Notice
        tone="good"
        title={`${name} was imported`}
        live="polite"
        action={
          <Row>
            <LinkButton small to={`${base}/pages`}>
              See the pages
            </LinkButton>
            <LinkButton small to={`${base}/leads`}>
              See the leads
            </LinkButton>
          </Row>
        }
      >
        Nothing of it sends or receives by itself yet. What is for you to do stands below.
      </Notice>
      <StatRow
        label="What the archive brought"
        stats={[
          { label: "Rows", value: rowsTaken },
          { label: "Pictures and files", value: pictures },
        ]}
      />
      {notes.length > 0 && (
        <Card title="What was kept off or changed">
          <ul>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Card>
      )}
    </Stack>
  );
}
