import type { ShownRequest } from "~/components/privacy/request-cards";
import { daysLeft } from "~/domain/privacy/days-left";
import { type PrivacyRequest, requestKinds } from "~/domain/privacy/privacy-request";

export const shownRequests = (rows: readonly PrivacyRequest[], now: number, zone?: string): ShownRequest[] =>
  rows.map(({ id, kind, email, name, message, state, dueAt, confirmedAt, closedAt, answer }) => ({
    id,
    kind,
    asked: requestKinds[kind],
    email,
    name,
    message,
    state,
    confirmedAt,
    due:
      state === "open" && dueAt !== undefined
        ? { at: dueAt, days: daysLeft(dueAt, now, zone), late: dueAt < now }
        : undefined,
    closedAt,
    answer,
  }));
