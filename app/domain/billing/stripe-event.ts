import { z } from "zod";

const shape = z.object({
  id: z.string().min(1).max(100),
  type: z.string().min(1).max(100),
  created: z.number(),
  livemode: z.boolean(),
  data: z.object({ object: z.record(z.string(), z.unknown()) }),
});

export interface StripeEvent {
  id: string;
  type: string;
  happenedAt: number;
  live: boolean;
  /** What has to be read again: the customer, the prices, or nothing of ours. */
  about: { kind: "customer"; customerId: string } | { kind: "prices" } | { kind: "nothing" };
}

const ofCustomers =
  /^(checkout\.session|customer|invoice|payment_method|charge|payment_intent|subscription_schedule)\./;

/** What an event says that is not read again: who it is about. Undefined when it is no event. */
export function readStripeEvent(given: unknown): StripeEvent | undefined {
  const parsed = shape.safeParse(given);
  if (!parsed.success) return undefined;
  const { id, type, created, livemode, data } = parsed.data;
  const { customer, id: objectId } = data.object;
  const named = /^customer\.(created|updated|deleted)$/.test(type)
    ? objectId
    : typeof customer === "object" && customer !== null && "id" in customer
      ? customer.id
      : customer;
  const customerId = typeof named === "string" && named.length <= 100 ? named : "";
  const event = { id, type, happenedAt: created * 1000, live: livemode };
  if (/^(price|product)\./.test(type)) return { ...event, about: { kind: "prices" } };
  if (ofCustomers.test(type) && customerId) return { ...event, about: { kind: "customer", customerId } };
  return { ...event, about: { kind: "nothing" } };
}
