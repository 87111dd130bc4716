import { z } from "zod";
import { leadFieldTypes } from "~/domain/leads/lead-field";
import { listLeadFields } from "~/domain/leads/list-lead-fields.server";
import { listOf, listQuery } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const option = z.object({ value: z.string(), label: z.string() });
const leadFieldAnswer = z.object({
  name: z.string(),
  label: z.string(),
  type: z.enum(leadFieldTypes),
  options: z.array(option),
});

/** Fields have names, no ids: the cursor is the name of the last one shown. */
const cursorOf = (name: string): string => Buffer.from(name).toString("base64url");

export const leadFields: ApiNoun = {
  name: "Lead fields",
  description:
    "What the `fields` of leads are called and hold, as the published forms ask for them. Values are texts: numbers with a point or comma, dates as year-month-day, several choices joined by a comma and a space.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/lead_fields",
      scope: "leads:read",
      summary: "List the fields of leads with their types",
      query: listQuery.extend({
        cursor: z
          .string()
          .max(1000)
          .regex(/^[\w-]+$/, "Give next_cursor of the page before.")
          .optional()
          .meta({ description: "next_cursor of the page before." }),
      }),
      answer: listOf(leadFieldAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query: { cursor, limit } }) => {
        const after = cursor === undefined ? "" : Buffer.from(cursor, "base64url").toString();
        const all = await listLeadFields(deps, workspaceId);
        const rest = all.filter(({ name }) => name > after).sort((a, b) => (a.name < b.name ? -1 : 1));
        const shown = rest.slice(0, limit);
        const last = rest.length > limit ? shown.at(-1) : undefined;
        return { body: { data: shown, next_cursor: last ? cursorOf(last.name) : null } };
      },
    }),
  ],
};
