import { Badge, type Tone } from "~/components/ui/badge";
import { DataTable } from "~/components/ui/data-table";
import { Stack } from "~/components/ui/layout";
import { type PromiseState, promiseStateWords } from "~/domain/trust/platform-promise";
import type { PromiseArea } from "~/domain/trust/promise-registry";

const tones: Record<PromiseState, Tone> = { kept: "good", partly: "warn", planned: "neutral" };

/** What is promised, area by area, with its state and the code that keeps it. */
export function PromiseList({ areas }: { areas: readonly PromiseArea[] }) {
  return (
    <Stack gap={8}>
      {areas.map(({ title, promises }) => (
        <section key={title} className="stack" aria-labelledby={title.replace(/\W+/g, "-")}>
          <h2 id={title.replace(/\W+/g, "-")}>{title}</h2>
          <DataTable
            caption={title}
            rows={promises}
            rowKey={({ id }) => id}
            columns={[
              {
                key: "promise",
                header: "Promise",
                primary: true,
                cell: (promise) => (
                  <>
                    {promise.title} <code className="soft">{promise.id}</code>
                  </>
                ),
              },
              {
                key: "state",
                header: "State",
                cell: (promise) => (
                  <Badge tone={tones[promise.state]}>{promiseStateWords[promise.state].label}</Badge>
                ),
              },
              {
                key: "mechanism",
                header: "How",
                cell: (promise) => promise.mechanism || `Planned for release ${promise.stage}`,
              },
              {
                key: "code",
                header: "Code",
                wideOnly: true,
                cell: (promise) =>
                  promise.code.map((file) => (
                    <div key={file}>
                      <code className="soft">{file.replace(/^app\/domain\//, "")}</code>
                    </div>
                  )),
              },
            ]}
          />
        </section>
      ))}
    </Stack>
  );
}
