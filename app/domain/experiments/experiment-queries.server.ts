import type { Insertable, Selectable, Updateable } from "kysely";
import type { Database } from "~db/schema/database";
import type { Executor } from "~db/schema/executor";
import type { Conclusion, Edition, Experiment, ExperimentMode, ExperimentState, Variant } from "./experiment";

type Row = Selectable<Database["experiments"]>;
type VariantRow = Selectable<Database["experiment_variants"]>;

export function readJson<T>(text: string, empty: T): T {
  try {
    return text ? (JSON.parse(text) as T) : empty;
  } catch {
    return empty;
  }
}

const toVariant = (row: VariantRow): Variant => ({
  id: row.id,
  pageId: row.page_id,
  name: row.name,
  role: row.role === "champion" ? "champion" : "challenger",
  weight: row.weight,
  state: row.state === "archived" ? "archived" : "active",
});

const toExperiment = (row: Row, variants: readonly Variant[]): Experiment => ({
  id: row.id,
  workspaceId: row.workspace_id,
  pageId: row.page_id,
  name: row.name,
  mode: row.mode as ExperimentMode,
  state: row.state as ExperimentState,
  baseline: row.baseline_rate / 10_000,
  effect: row.minimum_effect / 100,
  plannedVisitors: row.planned_visitors,
  startedAt: row.started_at ?? undefined,
  endedAt: row.ended_at ?? undefined,
  outcome: row.outcome as Experiment["outcome"],
  promotedVariantId: row.promoted_variant_id,
  conclusions: readJson<Conclusion[]>(row.conclusion, []),
  createdAt: row.created_at,
  variants,
});

async function selectVariants(db: Executor, workspaceId: string, experimentIds: readonly string[]) {
  if (experimentIds.length === 0) return [];
  return db
    .selectFrom("experiment_variants")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("experiment_id", "in", [...experimentIds])
    .orderBy("position")
    .orderBy("id")
    .execute();
}

async function withVariants(db: Executor, workspaceId: string, rows: readonly Row[]): Promise<Experiment[]> {
  const variants = await selectVariants(
    db,
    workspaceId,
    rows.map(({ id }) => id),
  );
  return rows.map((row) =>
    toExperiment(row, variants.filter((variant) => variant.experiment_id === row.id).map(toVariant)),
  );
}

export async function selectExperiment(
  db: Executor,
  workspaceId: string,
  id: string,
): Promise<Experiment | undefined> {
  const rows = await db
    .selectFrom("experiments")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .execute();
  return (await withVariants(db, workspaceId, rows))[0];
}

/** Of one page or of all, newest first. */
export async function selectExperiments(
  db: Executor,
  workspaceId: string,
  filter: { pageId?: string; states?: readonly ExperimentState[]; limit: number },
): Promise<Experiment[]> {
  let query = db.selectFrom("experiments").selectAll().where("workspace_id", "=", workspaceId);
  if (filter.pageId) query = query.where("page_id", "=", filter.pageId);
  if (filter.states) query = query.where("state", "in", [...filter.states]);
  const rows = await query.orderBy("id", "desc").limit(filter.limit).execute();
  return withVariants(db, workspaceId, rows);
}

/** Of all workspaces, for the work that counts them. */
export async function selectRunningEverywhere(db: Executor): Promise<Experiment[]> {
  const rows = await db
    .selectFrom("experiments")
    .selectAll()
    .where("state", "=", "running")
    .limit(5000)
    .execute();
  const found: Experiment[] = [];
  for (const row of rows) found.push(...(await withVariants(db, row.workspace_id, [row])));
  return found;
}

/** Pages whose visitors are being counted for an experiment, and since when. */
export async function selectCountedPages(db: Executor, workspaceId: string): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom("experiments")
    .select(["page_id", "started_at"])
    .where("workspace_id", "=", workspaceId)
    .where("state", "=", "running")
    .limit(5000)
    .execute();
  return new Map(rows.map((row) => [row.page_id, row.started_at ?? Number.POSITIVE_INFINITY]));
}

/** The experiment that a variant's page belongs to. */
export async function selectExperimentOfVariantPage(
  db: Executor,
  workspaceId: string,
  pageId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom("experiment_variants")
    .select("experiment_id")
    .where("workspace_id", "=", workspaceId)
    .where("page_id", "=", pageId)
    .where("role", "=", "challenger")
    .orderBy("experiment_id", "desc")
    .executeTakeFirst();
  return row?.experiment_id;
}

export const insertExperiment = (db: Executor, row: Insertable<Database["experiments"]>) =>
  db.insertInto("experiments").values(row).execute();

export const insertVariant = (db: Executor, row: Insertable<Database["experiment_variants"]>) =>
  db.insertInto("experiment_variants").values(row).execute();

/** Only while it is in the state named; false when it is not. */
export async function changeExperiment(
  db: Executor,
  workspaceId: string,
  id: string,
  state: ExperimentState,
  changes: Updateable<Database["experiments"]>,
): Promise<boolean> {
  const updated = await db
    .updateTable("experiments")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("id", "=", id)
    .where("state", "=", state)
    .executeTakeFirst();
  return Number(updated.numUpdatedRows) === 1;
}

export const changeVariant = (
  db: Executor,
  workspaceId: string,
  experimentId: string,
  id: string,
  changes: Updateable<Database["experiment_variants"]>,
) =>
  db
    .updateTable("experiment_variants")
    .set(changes)
    .where("workspace_id", "=", workspaceId)
    .where("experiment_id", "=", experimentId)
    .where("id", "=", id)
    .execute();

export const insertEdition = (db: Executor, row: Insertable<Database["experiment_editions"]>) =>
  db.insertInto("experiment_editions").values(row).execute();

/** Oldest first. */
export async function selectEditions(
  db: Executor,
  workspaceId: string,
  experimentId: string,
): Promise<Edition[]> {
  const rows = await db
    .selectFrom("experiment_editions")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .where("experiment_id", "=", experimentId)
    .orderBy("number")
    .execute();
  return rows.map((row) => ({
    number: row.number,
    period: row.period,
    allocation: readJson(row.allocation, []),
    changes: readJson(row.changes, []),
    publishedAt: row.published_at,
  }));
}
