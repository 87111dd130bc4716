import type { ShownRequest } from "~/components/privacy/request-cards";
import { type PrivacyRequest, requestKinds } from "~/domain/privacy/privacy-request";

export const shownRequests = (rows: readonly PrivacyRequest[], now: number): ShownRequest[] =>
  rows.map(({ id, kind, email, name, message, state, dueAt, answer }) => ({
    id,
    asked: requestKinds[kind],
    email,
    name,
    message,
    state,
    dueAt,
    overdue: state === "open" && (dueAt ?? now) < now,
    answer,
  }));
