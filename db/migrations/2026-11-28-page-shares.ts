import { sql } from "kysely";
import { capabilitiesOf } from "../dialects/sql/capabilities";
import { addColumn, createTable, type Migration } from "./step";

const allPages = "0".repeat(26);

/** All pages of a workspace together, from what was counted of each. */
const countAllPages: Migration = {
  name: "count_all_pages",
  async up(db) {
    const ignore = capabilitiesOf(db).onConflict ? "or ignore" : "ignore";
    const columns = "views, visitors, form_starts, leads, bots, duration_ms";
    const sums = columns.replace(/\w+/g, "sum($&)");
    await sql
      .raw(
        `insert ${ignore} into page_rollups (workspace_id, page_id, slot, ${columns}) ` +
          `select workspace_id, '${allPages}', slot, ${sums} from page_rollups where page_id <> '${allPages}' group by workspace_id, slot`,
      )
      .execute(db);
  },
};

const dropWorkspaceProgress: Migration = {
  name: "drop_rollup_progress",
  async up(db) {
    await sql.raw("drop table if exists rollup_progress").execute(db);
  },
};

export const pageSharesMigrations: readonly Migration[] = [
  createTable("page_progress", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      zone: "ascii(60)",
      rolled_until: "ms",
      grown_until: "ms",
      sealed_until: "ms",
      epoch: "int",
    },
    primaryKey: ["workspace_id", "page_id"],
  }),
  createTable("page_minutes", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      minute: "ms",
      views: "int",
      visitors: "int",
      leads: "int",
      bots: "int",
    },
    primaryKey: ["workspace_id", "page_id", "minute"],
  }),
  createTable("day_visitors", {
    columns: {
      workspace_id: "id",
      page_id: "id",
      day: "ms",
      visitor_key: "ascii(32)",
      visit_id: "id",
    },
    primaryKey: ["workspace_id", "page_id", "day", "visitor_key"],
  }),
  addColumn("visits", "place", "ascii(6)", ""),
  addColumn("workspaces", "report_figures", "ascii(12)", "exact"),
  countAllPages,
  dropWorkspaceProgress,
];
