/** Who pays for a workspace, and how that stands at Stripe. */
export interface Agreement {
  workspaceId: string;
  customerId: string;
  payerEmail: string;
  payerName: string;
  subscriptionId: string;
  priceId: string;
  planName: string;
  amount: number;
  currency: string;
  every: string;
  /** none before the first payment; gone when Stripe knows the customer no more; otherwise Stripe's word. */
  status: string;
  /** Ends with the period that is paid for. */
  ends: boolean;
  periodEnd: number | undefined;
  /** Empty as soon as the agreement ends. */
  lastFour: string;
  unpaidSince: number | undefined;
  revision: number;
  createdAt: number;
}

export const graceDays = 14;
const dayMs = 86_400_000;

const running = new Set(["active", "trialing", "past_due", "unpaid", "paused"]);
const ended = new Set(["canceled", "incomplete_expired", "gone"]);
const owing = new Set(["past_due", "unpaid"]);

/** A plan is there, paid for or owed. */
export const isRunning = ({ status }: Pick<Agreement, "status">): boolean => running.has(status);
export const isEnded = ({ status }: Pick<Agreement, "status">): boolean => ended.has(status);
/** Stripe does not know this customer: deleted there, or of another key. */
export const isGone = ({ status }: Pick<Agreement, "status">): boolean => status === "gone";
/** A payment is missing. */
export const isOwing = (status: string): boolean => owing.has(status);

export type PaymentStanding =
  | { kind: "good" }
  /** A payment is missing; everything works until then. */
  | { kind: "grace"; until: number }
  /** Campaigns wait; pages, forms, data and export go on. */
  | { kind: "overdue"; since: number };

/** What unpaid invoices mean for a workspace. Another agreement that is in order counts for all. */
export function paymentStanding(
  agreements: readonly Pick<Agreement, "status" | "unpaidSince">[],
  now: number,
): PaymentStanding {
  if (agreements.some((each) => isRunning(each) && each.unpaidSince === undefined)) return { kind: "good" };
  const owed = agreements.flatMap(({ unpaidSince }) => unpaidSince ?? []);
  if (owed.length === 0) return { kind: "good" };
  const since = Math.max(...owed);
  const until = since + graceDays * dayMs;
  return until > now ? { kind: "grace", until } : { kind: "overdue", since };
}

/** The one that people see: what runs, else the newest. */
export const presentAgreement = (agreements: readonly Agreement[]): Agreement | undefined =>
  agreements.find(isRunning) ?? [...agreements].sort((a, b) => b.createdAt - a.createdAt)[0];
