import { BarList } from "~/components/charts/bar-list";
import { Card } from "~/components/ui/card";
import { Columns } from "~/components/ui/layout";
import type { PageReport, VariantShare } from "~/domain/analytics/figures";
import type { SharePart } from "~/domain/analytics/share-part";
import { partWords, shareName } from "./report-words";
import { ShareTable } from "./share-table";

type Named = VariantShare & { id: string };

/** A report whose versions and variants carry the ids of addresses. */
export interface NamedReport extends Omit<PageReport, "variants" | "versions"> {
  variants: Named[];
  versions: Named[];
}

const asShares = (named: readonly Named[]) =>
  named.map(({ id, name, ...share }) => ({ ...share, name: id, label: name }));

/** All that visitors have in common, table by table. */
export function ShareTables({ report }: { report: NamedReport }) {
  const { shares, isRounded, variants, versions } = report;
  const table = (part: SharePart) =>
    shares[part].length > 0 && (
      <Card title={partWords[part].title} key={part}>
        <ShareTable
          caption={`${partWords[part].title}, most visitors first`}
          of={partWords[part].one}
          part={part}
          shares={shares[part]}
          isRounded={isRounded}
        />
      </Card>
    );
  const bars = (part: SharePart) =>
    shares[part].slice(0, 6).map(({ name, visitors }) => ({ label: shareName(part, name), value: visitors }));
  return (
    <>
      {table("source")}
      {table("campaign")}
      {variants.length > 1 && (
        <Card title={partWords.variant.title}>
          <p className="soft">
            {variants.some(({ isUntold }) => isUntold)
              ? "An experiment with a fixed horizon runs: what visitors of its variants did is told once, at its end."
              : "Differences here may be chance: stop no experiment for them. What it proves, it tells itself."}
          </p>
          <ShareTable
            caption="Variants of experiments, most visitors first"
            of="Variant"
            part="variant"
            shares={asShares(variants)}
            isRounded={isRounded}
          />
        </Card>
      )}
      {versions.length > 0 && (
        <Card title={partWords.version.title}>
          <ShareTable
            caption="Versions, the latest first"
            of="Version"
            part="version"
            shares={asShares(versions)}
            isRounded={isRounded}
          />
        </Card>
      )}
      {shares.device.length > 0 && (
        <Columns>
          <BarList title="Devices at a glance" bars={bars("device")} of="Device" counted="Visitors" />
          <BarList title="Browsers at a glance" bars={bars("browser")} of="Browser" counted="Visitors" />
        </Columns>
      )}
      {table("device")}
      {table("browser")}
      {table("system")}
      {table("language")}
      {table("place")}
    </>
  );
}
