import { Link, useSearchParams } from "@remix-run/react";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import type { Share } from "~/domain/analytics/figures";
import { type FilterPart, otherName } from "~/domain/analytics/share-part";
import { rateWords, shareName } from "./report-words";

interface Props {
  caption: string;
  of: string;
  part: FilterPart;
  shares: readonly (Share & { label?: string })[];
  isRounded: boolean;
}

/** Parts of the visitors, each with what it brought; a name limits the report to it. */
export function ShareTable({ caption, of, part, shares, isRounded }: Props) {
  const [query] = useSearchParams();
  const address = (name: string) => {
    const next = new URLSearchParams(query);
    next.set("by", part);
    next.set("is", name);
    return `?${next}`;
  };
  return (
    <DataTable
      caption={caption}
      rows={shares}
      rowKey={(share) => share.name}
      columns={[
        {
          key: "name",
          header: of,
          primary: true,
          cell: (share) => {
            const label = share.label ?? shareName(part, share.name);
            if (share.name === otherName) return label;
            return (
              <Link to={address(share.name)} preventScrollReset>
                {label}
              </Link>
            );
          },
        },
        { key: "visitors", header: "Visitors", align: "end", cell: (share) => formatCount(share.visitors) },
        {
          key: "views",
          header: "Views",
          align: "end",
          wideOnly: true,
          cell: (share) => formatCount(share.views),
        },
        ...(shares.some(({ leads }) => leads !== undefined)
          ? [
              {
                key: "leads",
                header: "Leads",
                align: "end" as const,
                cell: (share: Share) => formatCount(share.leads ?? 0),
              },
            ]
          : []),
        {
          key: "conversions",
          header: "Became leads",
          align: "end",
          wideOnly: true,
          cell: (share) => formatCount(share.conversions),
        },
        {
          key: "rate",
          header: "Conversion",
          align: "end",
          cell: (share) => rateWords({ hits: share.conversions, of: share.visitors }, isRounded),
        },
      ]}
    />
  );
}
