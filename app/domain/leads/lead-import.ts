import { z } from "zod";
import { plainLine } from "~/lib/plain-text";

/** A draft is a file that was uploaded and waits for somebody to say what its columns hold. */
export type ImportState = "draft" | "queued" | "running" | "done" | "failed";

/** Why a row was left out, for people. */
export type ImportProblemKind =
  | "no_address"
  | "address"
  | "disposable"
  | "sensitive"
  | "under_age"
  | "no_headings"
  | "no_email_column"
  | "unreadable";

export const importProblemWords: Record<ImportProblemKind, string> = {
  no_address: "There is no e-mail address in this row.",
  address: "The e-mail address cannot exist.",
  disposable: "The e-mail address is thrown away by design.",
  sensitive: "A value looks like a card, account, insurance or identity number.",
  under_age: "The person is younger than this workspace allows.",
  no_headings:
    "The first row holds a person instead of the names of the columns. Put a row such as “email, name” above it.",
  no_email_column:
    "No column holds e-mail addresses. Name the column that should hold them “email” in the first row.",
  unreadable: "The rest of the file cannot be read.",
};

export interface ImportProblem {
  /** Line of the file. */
  row: number;
  kind: ImportProblemKind;
  /** What exactly, such as the column. */
  detail: string;
}

/** One import of a workspace. */
export interface ImportRef {
  workspaceId: string;
  importId: string;
}

export interface LeadImport {
  id: string;
  state: ImportState;
  file: string;
  rowsTotal: number;
  rowsDone: number;
  created: number;
  merged: number;
  rejected: number;
  /** Of the people in the file: those who may not be written to. Importing does not change that. */
  suppressed: number;
  problems: ImportProblem[];
  createdAt: number;
  finishedAt: number | undefined;
}

export const importLimits = {
  bytes: 200 * 1024 * 1024,
  problems: 200,
  batchRows: 500,
  keptDays: 7,
  draftHours: 24,
} as const;

export const importOptions = z
  .object({
    /** Column heading to field; empty leaves a column out. Headings not named here are mapped by their words. */
    columns: z.record(z.string(), z.string().max(100)).default({}),
    /** On what the people may be written to: nothing recorded, their consent given elsewhere, or a legitimate interest. */
    basis: z.enum(["none", "consent", "legitimate_interest"]).default("none"),
    /** What they agreed to and where, or what the interest is: kept as evidence, marked as imported. */
    wording: z
      .string()
      .default("")
      .transform((value) => plainLine(value, 2000)),
  })
  .refine((options) => options.basis === "none" || options.wording.length >= 10, {
    path: ["wording"],
    message: "Say what the people agreed to and where, or what the interest is: it is kept as evidence.",
  });
export type ImportOptions = z.infer<typeof importOptions>;
export type ImportOptionsInput = z.input<typeof importOptions>;
