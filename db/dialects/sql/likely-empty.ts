import type { CompiledQuery } from "kysely";

interface LikelyEmptyQuery {
  readonly likelyEmpty: true;
}

/**
 * Marks a query that most often finds and changes nothing. A batch on the embedded database does not wait for its answer:
 * it goes on as if it were empty, and is undone and run again, waiting this time, where it was not.
 */
export const likelyEmpty = <R>(query: CompiledQuery<R>): CompiledQuery<R> => {
  const marked: CompiledQuery<R> & LikelyEmptyQuery = { ...query, likelyEmpty: true };
  return marked;
};

export const isLikelyEmpty = (query: CompiledQuery): boolean =>
  (query as Partial<LikelyEmptyQuery>).likelyEmpty === true;
