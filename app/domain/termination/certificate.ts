import { z } from "zod";

/** What is left of a deleted workspace, and proof of what is not. */
export const certificateSchema = z.object({
  workspace: z.object({ id: z.string(), slug: z.string(), name: z.string() }),
  requested_at: z.string(),
  deleted_at: z.string(),
  /** Rows deleted, by table. */
  tables: z.record(z.string(), z.number()),
  rows: z.number(),
  /** Kept on purpose, and why. */
  kept: z.array(z.object({ table: z.string(), rows: z.number(), why: z.string() })),
  /** Outside the database. */
  also_deleted: z.array(z.string()),
  backups: z.string(),
});

export type Certificate = z.infer<typeof certificateSchema>;

export const backupWords =
  "Backups made before the deletion expire within 30 days; one that is put back before that deletes the workspace again by the journal.";
