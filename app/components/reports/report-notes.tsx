import { Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import type { PageReport } from "~/domain/analytics/figures";
import { FilterChip } from "./filter-chip";
import { shareName } from "./report-words";
import type { NamedReport } from "./share-tables";

/** The name of what the report is limited to. */
export function filterName({ filter, versions, variants }: NamedReport): string {
  if (!filter) return "";
  const { part, name } = filter;
  const known =
    part === "version"
      ? versions.find((one) => one.versionIds.includes(name))
      : part === "variant"
        ? variants.find((one) => one.variantId === name)
        : undefined;
  return known?.name ?? shareName(part, name);
}

/** What a reader has to know about these figures before believing them. */
export function ReportNotes({ report }: { report: NamedReport }) {
  const { filter, isRounded, isCounting, grownUntil } = report;
  return (
    <Stack gap={2}>
      {filter && (
        <Notice title="These figures are of one part of the visitors">
          <FilterChip part={filter.part} label={filterName(report)} />
          <p>
            Counts are kept by one trait at a time, day by day, so that nobody can be made out by crossing
            them. The tables further down are of all visitors; machines are not told by trait.
          </p>
        </Notice>
      )}
      {isRounded && (
        <Notice title="Figures are rounded to tens">
          This workspace shows no small numbers. Groups below ten visitors stand under “All others”, and sums
          may differ a little from their parts.
        </Notice>
      )}
      {isCounting && (
        <Notice title="More came in just now than is counted here">Look again in a minute.</Notice>
      )}
      {grownUntil !== undefined && (
        <GrownNote grownUntil={grownUntil} isConverted={report.isConverted} zone={report.zone} />
      )}
    </Stack>
  );
}

function GrownNote({
  grownUntil,
  isConverted,
  zone,
}: Pick<PageReport, "isConverted"> & Required<Pick<PageReport, "grownUntil" | "zone">>) {
  const what = isConverted
    ? "Length of visits and begun forms"
    : "Length of visits, begun forms and who became a lead";
  const time = new Intl.DateTimeFormat("en-GB", { timeZone: zone, dateStyle: "medium", timeStyle: "short" });
  return (
    <Notice title={`${what} are counted up to ${time.format(grownUntil)}`}>
      Many visitors are on the page just now. These figures follow half an hour later; views and leads are
      complete.
    </Notice>
  );
}
