import { Link, useSearchParams } from "@remix-run/react";
import { ArrowLeft, ArrowRight } from "lucide-react";
import { buttonClass } from "./button";

interface Props {
  /** Undefined on the last page. */
  nextCursor: string | undefined | null;
  /** What is paged, for the name of the region: "Leads". */
  label: string;
  /** Such as "4,318 leads" or "about 4,000 leads". */
  summary?: string;
}

/** Walks a list by cursor and keeps search and filters. */
export function Pagination({ nextCursor, label, summary }: Props) {
  const [params] = useSearchParams();
  const current = params.get("cursor");
  if (!nextCursor && !current) return summary ? <p className="pagination-summary">{summary}</p> : null;
  const address = (cursor: string | null) => {
    const next = new URLSearchParams(params);
    if (cursor) next.set("cursor", cursor);
    else next.delete("cursor");
    return { search: next.toString() };
  };
  return (
    <nav className="pagination" aria-label={`Pages of ${label}`}>
      {summary && <p className="pagination-summary">{summary}</p>}
      {current && (
        <Link className={buttonClass({ small: true })} to={address(null)}>
          <ArrowLeft className="icon flip" aria-hidden="true" />
          First page
        </Link>
      )}
      {nextCursor && (
        <Link className={buttonClass({ small: true })} to={address(nextCursor)} rel="next" prefetch="intent">
          Next
          <ArrowRight className="icon flip" aria-hidden="true" />
        </Link>
      )}
    </nav>
  );
}
