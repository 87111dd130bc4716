import { Link, useSearchParams } from "@remix-run/react";
import { formatCount } from "~/components/ui/count";
import { DataTable } from "~/components/ui/data-table";
import type { Share } from "~/domain/analytics/figures";
import { type FilterPart, otherName } from "~/domain/analytics/share-part";
import { foldRows, rateWords, shareName } from "./report-words";

/** `isUntold`: how many came is told, and not yet what they did. */
type ShownShare = Share & { label?: string; isUntold?: boolean };

interface Props {
  caption: string;
  of: string;
  part: FilterPart;
  shares: readonly ShownShare[];
  isRounded: boolean;
}

const told = ({ isUntold }: ShownShare, figure: string) =>
  isUntold ? <span className="soft">Later</span> : figure;

/** Parts of the visitors, each with what it brought; a name limits the report to it. */
export function ShareTable({ shares, ...options }: Props) {
  const [shown, rest] = foldRows(shares);
  if (rest.length === 0) return <ShareRows shares={shown} {...options} />;
  return (
    <>
      <ShareRows shares={shown} {...options} />
      <details className="more-rows">
        <summary>{`${formatCount(rest.length)} more`}</summary>
        <ShareRows shares={rest} {...options} caption={`${options.caption}, the rest`} />
      </details>
    </>
  );
}

function ShareRows({ caption, of, part, shares, isRounded }: Props) {
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
            if (share.name === otherName || share.isUntold) return label;
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
                cell: (share: ShownShare) => told(share, formatCount(share.leads ?? 0)),
              },
            ]
          : []),
        {
          key: "conversions",
          header: "Became leads",
          align: "end",
          wideOnly: true,
          cell: (share) => told(share, formatCount(share.conversions)),
        },
        {
          key: "rate",
          header: "Conversion",
          align: "end",
          cell: (share) => told(share, rateWords({ hits: share.conversions, of: share.visitors }, isRounded)),
        },
      ]}
    />
  );
}
