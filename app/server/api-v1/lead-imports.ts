import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { importProblemWords, type LeadImport } from "~/domain/leads/lead-import";
import { getLeadImport, startLeadImport } from "~/domain/leads/start-lead-import.server";
import { publicId } from "~/lib/ids";
import { idField, shownId, shownTime, time, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const importAnswer = z.object({
  id: shownId("import"),
  state: z
    .enum(["draft", "queued", "running", "done", "failed"])
    .meta({ description: "draft: uploaded on the screen, where nobody has begun it yet." }),
  progress: z.number().meta({ description: "0 to 1." }),
  file: z.string(),
  rows_total: z.number().int().meta({ description: "An estimate until the import is done." }),
  rows_done: z.number().int(),
  created: z.number().int(),
  merged: z.number().int().meta({ description: "Rows of people who were known already." }),
  rejected: z.number().int(),
  suppressed: z
    .number()
    .int()
    .meta({ description: "People in the file who may not be written to. Importing does not change that." }),
  problems: z.array(
    z.object({ row: z.number().int(), code: z.string(), message: z.string(), detail: z.string() }),
  ),
  created_at: shownTime,
  finished_at: shownTime.nullable(),
});

const show = (given: LeadImport) => ({
  id: publicId("import", given.id),
  state: given.state,
  progress: given.state === "done" ? 1 : Math.min(1, given.rowsDone / Math.max(1, given.rowsTotal)),
  file: given.file,
  rows_total: given.rowsTotal,
  rows_done: given.rowsDone,
  created: given.created,
  merged: given.merged,
  rejected: given.rejected,
  suppressed: given.suppressed,
  problems: given.problems.map(({ row, kind, detail }) => ({
    row,
    code: kind,
    message: importProblemWords[kind],
    detail,
  })),
  created_at: time(given.createdAt),
  finished_at: timeOrNull(given.finishedAt),
});

/** Headings to fields, as a JSON object in the query. */
function readColumns(text: string): Record<string, string> {
  try {
    return z.record(z.string(), z.string().max(100)).parse(JSON.parse(text || "{}"));
  } catch {
    const message =
      'Give columns as a JSON object, such as {"Town":"city"}. An empty text leaves a column out.';
    throw new DomainError("invalid", "columns_invalid", message, { fields: { columns: message } });
  }
}

export const leadImports: ApiNoun = {
  name: "Lead imports",
  description:
    "A CSV file whose first row names the columns becomes leads in the background. An import lifts no opt-out.",
  routes: [
    apiRoute({
      method: "POST",
      path: "/lead_imports",
      scope: "leads:write",
      summary: "Import leads from a CSV file",
      description:
        "The body is the file. Columns are found by their headings: email, name, and a field for each other one. " +
        "To write to the people a basis is needed: say which in `basis`, and in `wording` what they agreed to and where.",
      query: z.object({
        file: z.string().max(200).default("import.csv").meta({ description: "Name of the file, as shown." }),
        basis: z.enum(["none", "consent", "legitimate_interest"]).default("none"),
        wording: z.string().max(2000).default(""),
        columns: z.string().max(10_000).default("").meta({ description: "JSON object: heading to field." }),
      }),
      csv: true,
      answer: importAnswer,
      status: 202,
      run: async ({ deps, actor, workspaceId, query, file }) => {
        const { basis, wording } = query;
        const columns = readColumns(query.columns);
        const started = await startLeadImport(deps, actor, {
          workspaceId,
          file: query.file,
          source: file,
          options: { basis, wording, columns },
        });
        return { body: show(started), location: `/lead_imports/${publicId("import", started.id)}` };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/lead_imports/:import",
      scope: "leads:read",
      summary: "See how far an import is, and which rows were left out",
      params: z.object({ import: idField("import") }),
      answer: importAnswer,
      status: 200,
      run: async ({ deps, workspaceId, params }) => ({
        body: show(await getLeadImport(deps, workspaceId, params.import)),
      }),
    }),
  ],
};
