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
      query: listQuery,
      answer: listOf(leadFieldAnswer),
      status: 200,
      run: async ({ deps, workspaceId }) => ({
        body: { data: await listLeadFields(deps, workspaceId), next_cursor: null },
      }),
    }),
  ],
};
