import { useSearchParams } from "@remix-run/react";
import { X } from "lucide-react";
import { LinkButton } from "~/components/ui/link-button";
import type { FilterPart } from "~/domain/analytics/share-part";
import { partWords } from "./report-words";

/** What the report is limited to; a press shows everybody again. */
export function FilterChip({ part, label }: { part: FilterPart; label: string }) {
  const [query] = useSearchParams();
  const rest = new URLSearchParams(query);
  rest.delete("by");
  rest.delete("is");
  return (
    <LinkButton
      to={`?${rest}`}
      small
      tone="secondary"
      preventScrollReset
      icon={<X className="icon" aria-hidden="true" />}
    >
      <span className="visually-hidden">No longer only </span>
      {partWords[part].one}: {label}
    </LinkButton>
  );
}
