import { DomainError } from "~/domain/domain-error";
import { type IdKind, publicId, storedId } from "~/lib/ids";

/** A page of a list that is short enough to be read whole; ordered by id, so that no row is shown twice. */
export function pageOfRows<T extends { id: string }>(
  kind: IdKind,
  rows: readonly T[],
  query: { limit: number; cursor?: string },
  order: "oldest" | "newest" = "oldest",
): { rows: T[]; nextCursor: string | null } {
  const after = query.cursor === undefined ? undefined : storedId(kind, query.cursor);
  if (query.cursor !== undefined && after === undefined) {
    const message = "Give next_cursor of the page before.";
    throw new DomainError("invalid", "query_invalid", message, { fields: { cursor: message } });
  }
  const sign = order === "oldest" ? 1 : -1;
  const compare = (a: string, b: string) => sign * (a < b ? -1 : a > b ? 1 : 0);
  const rest = rows
    .filter(({ id }) => after === undefined || compare(id, after) > 0)
    .sort((a, b) => compare(a.id, b.id));
  const shown = rest.slice(0, query.limit);
  const last = shown.at(-1);
  return { rows: shown, nextCursor: last && rest.length > shown.length ? publicId(kind, last.id) : null };
}
