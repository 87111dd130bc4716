import type { Selectable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import { quotationOf, storedQuotation, type Testimonial, type TestimonialState } from "./testimonial";

const fromRow = (row: Selectable<Database["testimonials"]>): Testimonial => ({
  id: row.id,
  workspaceId: row.workspace_id,
  email: row.email,
  addressHash: row.address_hash,
  name: row.name,
  role: row.role,
  words: row.words,
  picture: row.picture,
  siteId: row.site_id,
  language: row.language,
  state: row.state as TestimonialState,
  asked: storedQuotation(row.asked),
  shown: storedQuotation(row.shown),
  askedAt: row.asked_at ?? undefined,
  answeredAt: row.answered_at ?? undefined,
  updatedAt: row.updated_at,
  revision: row.revision ?? 1,
});

const json = (quotation: Testimonial["shown"]) => (quotation ? JSON.stringify(quotationOf(quotation)) : "{}");

const toRow = (one: Testimonial) => ({
  email: one.email,
  address_hash: one.addressHash,
  name: one.name,
  role: one.role,
  words: one.words,
  picture: one.picture,
  site_id: one.siteId,
  language: one.language,
  state: one.state,
  asked: json(one.asked),
  shown: json(one.shown),
  asked_at: one.askedAt ?? null,
  answered_at: one.answeredAt ?? null,
  updated_at: one.updatedAt,
  revision: one.revision,
});

export async function selectTestimonial(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<Testimonial | undefined> {
  const row = await db
    .selectFrom("testimonials")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row && fromRow(row);
}

export async function selectTestimonials(
  db: Executor,
  workspaceId: string,
  limit: number,
): Promise<Testimonial[]> {
  const rows = await db
    .selectFrom("testimonials")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(fromRow);
}

export async function selectTestimonialsById(
  db: Executor,
  workspaceId: string,
  ids: readonly string[],
): Promise<Testimonial[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("testimonials")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
  return rows.map(fromRow);
}

export async function selectTestimonialIdsOf(
  db: Executor,
  workspaceId: string,
  addressHash: string,
): Promise<string[]> {
  const rows = await db
    .selectFrom("testimonials")
    .select("id")
    .where("workspace_id", "=", workspaceId)
    .where("address_hash", "=", addressHash)
    .execute();
  return rows.map(({ id }) => id);
}

export const insertTestimonial = (db: Executor, one: Testimonial) =>
  db
    .insertInto("testimonials")
    .values({ workspace_id: one.workspaceId, id: one.id, ...toRow(one), created_at: one.updatedAt })
    .execute();

export const updateTestimonialRow = (db: Executor, one: Testimonial) =>
  db
    .updateTable("testimonials")
    .set(toRow(one))
    .where("workspace_id", "=", one.workspaceId)
    .where("id", "=", one.id)
    .execute();

export const deleteTestimonialRows = (db: Executor, workspaceId: string, ids: readonly string[]) =>
  db
    .deleteFrom("testimonials")
    .where("workspace_id", "=", workspaceId)
    .where("id", "in", [...ids])
    .execute();
