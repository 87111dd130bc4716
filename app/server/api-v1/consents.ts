import { z } from "zod";
import { listConsents } from "~/domain/consent/list-consents.server";
import { publicId } from "~/lib/ids";
import { idField, idOrNull, listQuery, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const evidence = z.object({
  id: shownId("consent"),
  purpose: z.string(),
  act: z.enum(["requested", "granted", "withdrawn", "imported"]),
  wording: z.string(),
  locale: z.string(),
  method: z.string(),
  form_id: shownId("form").nullable(),
  page_version_id: shownId("version").nullable(),
  submission_id: shownId("submission").nullable(),
  ip: z.string().meta({ description: "Truncated." }),
  at: shownTime,
});

export const consents: ApiNoun = {
  name: "Consents",
  description: "What a person agreed to, with its proof.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/consents",
      scope: "leads:read",
      summary: "See the consents of an address",
      query: listQuery.extend({ cursor: idField("consent").optional(), email: z.string().min(3).max(600) }),
      answer: z.object({
        data: z.array(evidence),
        states: z.array(
          z.object({ purpose: z.string(), state: z.string(), basis: z.string(), updated_at: shownTime }),
        ),
        next_cursor: z.string().nullable(),
      }),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const found = await listConsents(deps, workspaceId, query);
        return {
          body: {
            data: found.evidence.map((row) => ({
              id: publicId("consent", row.id),
              purpose: row.purpose,
              act: row.act,
              wording: row.wording,
              locale: row.locale,
              method: row.method,
              form_id: idOrNull("form", row.formId),
              page_version_id: idOrNull("version", row.pageVersionId),
              submission_id: idOrNull("submission", row.submissionId),
              ip: row.ip,
              at: time(row.at),
            })),
            states: found.states.map(({ purpose, state, basis, updatedAt }) => ({
              purpose,
              state,
              basis,
              updated_at: time(updatedAt),
            })),
            next_cursor: found.nextCursor ? publicId("consent", found.nextCursor) : null,
          },
        };
      },
    }),
  ],
};
