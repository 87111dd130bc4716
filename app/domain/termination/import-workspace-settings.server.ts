import { z } from "zod";
import { tableEntry } from "~db/data-map";
import type { Deps } from "../deps";
import { readPrivacySettings } from "../workspaces/privacy-settings";
import { tableFile } from "./archive-format";
import { updateImportedWorkspace } from "./import-queries.server";
import { type Archive, refuseArchive } from "./open-archive.server";
import { rowSchema } from "./table-schema";

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const settings = z.object({
  name: z.string().min(1),
  time_zone: z.string().refine(isTimeZone, "is no time zone"),
  locale: z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
  double_opt_in: z.number(),
  tracking_default: z.enum(["anonymous", "identify"]),
  privacy_settings: z.string(),
  report_figures: z.enum(["exact", "rounded"]),
  minimum_age: z.number().int().min(13).max(21),
  created_at: z.number(),
});

/** Takes over how the old workspace was set up; slug and standing stay those of the new one. */
export async function importWorkspaceSettings(
  deps: Pick<Deps, "db">,
  archive: Archive,
  workspaceId: string,
): Promise<void> {
  const rows: unknown[] = [];
  for await (const line of archive.lines(tableFile("workspaces", "ndjson"))) rows.push(JSON.parse(line));
  const row = rowSchema(tableEntry("workspaces")).safeParse(rows[0]);
  const parsed = row.success ? settings.safeParse(row.data) : row;
  if (rows.length !== 1 || !parsed.success) {
    throw refuseArchive("archive_row", "Its workspace is not described as it should be.");
  }
  const taken = parsed.data as z.infer<typeof settings>;
  readPrivacySettings(taken.privacy_settings);
  await updateImportedWorkspace(deps.db, workspaceId, taken);
}
