import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import { conversionOf, type Share } from "~/domain/analytics/figures";
import { percent } from "./report-words";

/** Parts of the visitors, each with what it brought. */
export function ShareTable({
  caption,
  of,
  shares,
}: {
  caption: string;
  of: string;
  shares: readonly Share[];
}) {
  return (
    <DataTable
      caption={caption}
      rows={shares}
      rowKey={(share) => share.name}
      columns={[
        { key: "name", header: of, primary: true, cell: (share) => share.name },
        { key: "visitors", header: "Visitors", align: "end", cell: (share) => formatCount(share.visitors) },
        {
          key: "views",
          header: "Views",
          align: "end",
          wideOnly: true,
          cell: (share) => formatCount(share.views),
        },
        { key: "leads", header: "Leads", align: "end", cell: (share) => formatCount(share.leads) },
        { key: "rate", header: "Conversion", align: "end", cell: (share) => percent(conversionOf(share)) },
      ]}
    />
  );
}
