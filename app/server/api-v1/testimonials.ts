import { z } from "zod";
import { askTestimonial } from "~/domain/testimonials/ask-testimonial.server";
import { deleteTestimonial } from "~/domain/testimonials/delete-testimonial.server";
import { getTestimonial, listTestimonials } from "~/domain/testimonials/list-testimonials.server";
import { saveTestimonial } from "~/domain/testimonials/save-testimonial.server";
import {
  longestWords,
  type Quotation,
  type Testimonial,
  testimonialStates,
} from "~/domain/testimonials/testimonial";
import { withdrawTestimonial } from "~/domain/testimonials/withdraw-testimonial.server";
import { publicId } from "~/lib/ids";
import {
  idField,
  idOrNull,
  listOf,
  listQuery,
  optionalId,
  shownId,
  shownTime,
  time,
  timeOrNull,
} from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageOfRows } from "./page-of-rows";

const quotation = z.object({
  words: z.string(),
  name: z.string(),
  role: z.string(),
  picture: z.string().nullable(),
  site_id: shownId("site").nullable().describe("null: on every site of the workspace."),
});

const testimonialAnswer = quotation.extend({
  id: shownId("testimonial"),
  email: z.string(),
  language: z.string(),
  state: z.enum(testimonialStates),
  shown: quotation.nullable().describe("What the person agreed to; nothing else is shown on pages."),
  asked_at: shownTime.nullable(),
  answered_at: shownTime.nullable(),
  updated_at: shownTime,
  revision: z.number().int(),
});

const quoted = (one: Quotation) => ({
  words: one.words,
  name: one.name,
  role: one.role,
  picture: one.picture || null,
  site_id: idOrNull("site", one.siteId),
});

const show = (one: Testimonial) => ({
  id: publicId("testimonial", one.id),
  ...quoted(one),
  email: one.email,
  language: one.language,
  state: one.state,
  shown: one.shown ? quoted(one.shown) : null,
  asked_at: timeOrNull(one.askedAt),
  answered_at: timeOrNull(one.answeredAt),
  updated_at: time(one.updatedAt),
  revision: one.revision,
});

const answer = (one: Testimonial) => ({ body: show(one), revision: one.revision });

const params = z.object({ testimonial: idField("testimonial") });
const fields = z.strictObject({
  words: z.string().max(4 * longestWords),
  name: z.string().max(500),
  role: z.string().max(500),
  email: z.string().max(320),
  site_id: optionalId("site"),
  language: z.string().max(12),
  picture: z.string().max(200).nullable().describe("Address of a picture of this workspace: /_files/..."),
});
const { words, name, email, role, site_id, language, picture } = fields.shape;

export const testimonials: ApiNoun = {
  name: "Testimonials",
  description:
    "What customers say, with the consent of whoever is quoted. Pages show only what the person agreed to; changed words wait for a new answer.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/testimonials",
      scope: "pages:read",
      summary: "List testimonials, newest first",
      query: listQuery,
      answer: listOf(testimonialAnswer),
      status: 200,
      run: async ({ deps, workspaceId, query }) => {
        const all = await listTestimonials(deps, workspaceId);
        const { rows, nextCursor } = pageOfRows("testimonial", all, query, "newest");
        return { body: { data: rows.map(show), next_cursor: nextCursor } };
      },
    }),
    apiRoute({
      method: "POST",
      path: "/testimonials",
      scope: "pages:write",
      summary: "Keep what somebody said; nothing is shown and nobody is asked yet",
      body: z.strictObject({
        words,
        name,
        email,
        role: role.default(""),
        site_id,
        language: language.default("en"),
        picture: picture.default(null),
      }),
      answer: testimonialAnswer,
      status: 201,
      run: async ({ deps, actor, workspaceId, body: { site_id: siteId, ...body } }) => {
        const given = { ...body, picture: body.picture ?? "", siteId };
        const one = await saveTestimonial(deps, actor, { workspaceId, ...given });
        return { ...answer(one), location: `/testimonials/${publicId("testimonial", one.id)}` };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/testimonials/:testimonial",
      scope: "pages:read",
      summary: "See a testimonial",
      params,
      answer: testimonialAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "testimonials", key: { id: params.testimonial } }],
      run: async ({ deps, workspaceId, params: { testimonial } }) =>
        answer(await getTestimonial(deps.db, workspaceId, testimonial)),
    }),
    apiRoute({
      method: "PATCH",
      path: "/testimonials/:testimonial",
      scope: "pages:write",
      summary: "Change a testimonial",
      description: "Pages keep the words agreed to until the person agrees to the new ones.",
      params,
      body: fields.partial(),
      answer: testimonialAnswer,
      status: 200,
      ifMatch: true,
      run: async ({ deps, actor, workspaceId, params: { testimonial: id }, body, revision }) => {
        const before = await getTestimonial(deps.db, workspaceId, id);
        const one = await saveTestimonial(deps, actor, {
          workspaceId,
          testimonialId: id,
          revision: revision ?? before.revision,
          words: body.words ?? before.words,
          name: body.name ?? before.name,
          role: body.role ?? before.role,
          email: body.email ?? before.email,
          language: body.language ?? before.language,
          siteId: body.site_id ?? before.siteId,
          picture: body.picture === undefined ? before.picture : (body.picture ?? ""),
        });
        return answer(one);
      },
    }),
    apiRoute({
      method: "POST",
      path: "/testimonials/:testimonial/consent_request",
      scope: "pages:publish",
      summary: "Ask the person for consent, by mail",
      description:
        "Writes one letter with exactly these words and the place. Once a day at most; after a no only for other words.",
      params,
      answer: testimonialAnswer,
      status: 202,
      run: async ({ deps, actor, workspaceId, params: { testimonial: testimonialId } }) => {
        await askTestimonial(deps, actor, { workspaceId, testimonialId });
        return answer(await getTestimonial(deps.db, workspaceId, testimonialId));
      },
    }),
    apiRoute({
      method: "POST",
      path: "/testimonials/:testimonial/withdrawal",
      scope: "pages:write",
      summary: "Show the words no more; pages lose them within seconds",
      description: "The proof of consent stays. Showing them again needs a new answer of the person.",
      params,
      answer: testimonialAnswer,
      status: 200,
      run: async ({ deps, actor, workspaceId, params: { testimonial: testimonialId } }) =>
        answer(await withdrawTestimonial(deps, actor, { workspaceId, testimonialId })),
    }),
    apiRoute({
      method: "DELETE",
      path: "/testimonials/:testimonial",
      scope: "pages:write",
      summary: "Delete a testimonial; only the proof of consent stays, as a keyed hash",
      params,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params: { testimonial: testimonialId } }) => {
        await deleteTestimonial(deps, actor, { workspaceId, testimonialId });
        return {};
      },
    }),
  ],
};
