import { z } from "zod";
import { createLead } from "~/domain/leads/create-lead.server";
import { deleteLead } from "~/domain/leads/delete-leads.server";
import { getLead } from "~/domain/leads/get-lead.server";
import type { Lead } from "~/domain/leads/lead";
import { updateLead } from "~/domain/leads/update-lead.server";
import { listLeads } from "~/domain/segments/list-leads.server";
import { publicId } from "~/lib/ids";
import { idField, listOf, listQuery, shownId, shownTime, time, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const leadAnswer = z.object({
  id: shownId("lead"),
  email: z.string(),
  name: z.string(),
  fields: z.record(z.string(), z.string()),
  field_sources: z.record(z.string(), z.string()),
  origin: z.enum(["form", "import", "api", "staff"]),
  submissions: z.number().int(),
  revision: z.number().int(),
  created_at: shownTime,
  updated_at: shownTime,
  last_submission_at: shownTime.nullable(),
});

const show = (lead: Lead) => ({
  id: publicId("lead", lead.id),
  email: lead.email,
  name: lead.name,
  fields: lead.fields,
  field_sources: lead.fieldSources,
  origin: lead.origin,
  submissions: lead.submissions,
  revision: lead.revision,
  created_at: time(lead.createdAt),
  updated_at: time(lead.updatedAt),
  last_submission_at: timeOrNull(lead.lastSubmissionAt),
});

const fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const params = z.object({ lead: idField("lead") });

export const leads: ApiNoun = {
  name: "Leads",
  description: "A lead is one person of a workspace, however often they came. No call lifts an opt-out.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/leads",
      scope: "leads:read",
      summary: "List and search leads, newest first",
      query: listQuery.extend({
        q: z.string().max(200).optional(),
        segment_id: idField("segment").optional(),
      }),
      answer: listOf(leadAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const { segment_id: segmentId, ...page } = query;
        const found = await listLeads(deps, workspaceId, { ...page, segmentId });
        return { body: { data: found.rows.map(show), next_cursor: found.nextCursor ?? null } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/leads",
      scope: "leads:write",
      summary: "Make a lead",
      description:
        "A person whose address is known already is taken up: 200 instead of 201. Give what the person agreed to as `consents`.",
      body: z.strictObject({
        email: z.string().max(600),
        name: z.string().max(400).optional(),
        fields: fields.optional(),
        consents: z
          .array(z.strictObject({ purpose: z.string().max(40), wording: z.string().max(2000) }))
          .max(10)
          .optional(),
      }),
      answer: leadAnswer,
      status: 201,
      alsoStatus: { 200: "The person was known." },
      run: async ({ deps, actor, workspaceId, body }) => {
        const { lead, created } = await createLead(deps, actor, { workspaceId, ...body });
        const location = `/leads/${publicId("lead", lead.id)}`;
        return { body: show(lead), status: created ? 201 : 200, revision: lead.revision, location };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/leads/:lead",
      scope: "leads:read",
      summary: "See a lead",
      params,
      answer: leadAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "leads", key: { id: params.lead } }],
      run: async ({ deps, workspaceId, params: { lead: id } }) => {
        const lead = await getLead(deps, workspaceId, id);
        return { body: show(lead), revision: lead.revision };
      },
    }),
    apiRoute({
      method: "PATCH",
      path: "/leads/:lead",
      scope: "leads:write",
      summary: "Change a lead",
      description: "Given fields replace those of the lead; an empty text removes a field.",
      params,
      body: z.strictObject({ email: z.string().max(600), name: z.string().max(400), fields }).partial(),
      answer: leadAnswer,
      status: 200,
      ifMatch: true,
      run: async ({ deps, actor, workspaceId, params: { lead: leadId }, body, revision }) => {
        const lead = await updateLead(deps, actor, {
          workspaceId,
          leadId,
          revision: revision ?? (await getLead(deps, workspaceId, leadId)).revision,
          changes: body,
        });
        return { body: show(lead), revision: lead.revision };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/leads/:lead",
      scope: "leads:write",
      summary: "Delete a lead with everything they sent",
      params,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params: { lead: leadId } }) => {
        await deleteLead(deps, actor, { workspaceId, leadId });
        return {};
      },
    }),
  ],
};
