import type { Deps } from "../deps";
import type { PrivacyRequest } from "./privacy-request";
import {
  countOpenRows,
  listAnsweredRows,
  listOpenRows,
  listRequestRows,
} from "./privacy-request-queries.server";

interface Page {
  /** The id of the last one seen. */
  cursor?: string | undefined;
  limit: number;
}

interface Found {
  rows: PrivacyRequest[];
  nextCursor: string | undefined;
}

function cut(found: PrivacyRequest[], limit: number): Found {
  const rows = found.slice(0, limit);
  return { rows, nextCursor: found.length > limit ? rows.at(-1)?.id : undefined };
}

/** Confirmed requests, newest first. */
export const listPrivacyRequests = async (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  { cursor, limit }: Page,
): Promise<Found> =>
  cut(await listRequestRows(deps.db, workspaceId, { before: cursor, limit: limit + 1 }), limit);

/** Requests that wait for an answer, the nearest deadline first. */
export const listOpenRequests = async (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  { cursor, limit }: Page,
): Promise<Found> =>
  cut(await listOpenRows(deps.db, workspaceId, { after: cursor, limit: limit + 1 }), limit);

/** Requests that were answered, the latest answer first. */
export const listAnsweredRequests = async (
  deps: Pick<Deps, "db">,
  workspaceId: string,
  { cursor, limit }: Page,
): Promise<Found> =>
  cut(await listAnsweredRows(deps.db, workspaceId, { after: cursor, limit: limit + 1 }), limit);

/** How many wait, and by when the first of them must be answered. */
export const findOpenRequests = (
  deps: Pick<Deps, "db">,
  workspaceId: string,
): Promise<{ open: number; nextDueAt: number | undefined }> => countOpenRows(deps.db, workspaceId);
