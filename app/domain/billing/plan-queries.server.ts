import type { Selectable } from "kysely";
import { upsert } from "~db/dialects/sql/write";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Plan } from "./plan";

const toPlan = (row: Selectable<Database["billing_plans"]>): Plan => ({
  priceId: row.price_id,
  name: row.name,
  description: row.description,
  amount: row.amount,
  currency: row.currency,
  every: row.every,
});

export async function listPlanRows(db: Executor): Promise<Plan[]> {
  const rows = await db
    .selectFrom("billing_plans")
    .selectAll()
    .orderBy("currency")
    .orderBy("amount")
    .execute();
  return rows.map(toPlan);
}

export async function replacePlans(db: Executor, plans: readonly Plan[], at: number): Promise<void> {
  const kept = plans.map(({ priceId }) => priceId);
  await db
    .deleteFrom("billing_plans")
    .$if(kept.length > 0, (query) => query.where("price_id", "not in", kept))
    .execute();
  const rows = plans.map(({ priceId, ...rest }) => ({ price_id: priceId, ...rest, offered_at: at }));
  const set = ["name", "description", "amount", "currency", "every"] as const;
  await upsert(db, "billing_plans", rows, { key: ["price_id"], set });
}
