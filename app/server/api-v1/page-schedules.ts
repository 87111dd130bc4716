import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import { getPageSummary } from "~/domain/pages/get-page.server";
import { cancelSchedule } from "~/domain/publishing/cancel-schedule.server";
import { listSchedules } from "~/domain/publishing/list-schedules.server";
import { type PageSchedule, scheduleActs, scheduleStates } from "~/domain/publishing/page-schedule";
import { publicId } from "~/lib/ids";
import { idField, listOf, shownId, shownTime, time } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";
import { pageParams } from "./pages";

export const scheduleAnswer = z.object({
  id: shownId("schedule"),
  act: z.enum(scheduleActs),
  at: shownTime,
  state: z.enum(scheduleStates),
  outcome: z.string().meta({ description: "Why it failed, or what else was published; empty otherwise." }),
});

const scheduleParams = pageParams.extend({ schedule: idField("schedule") });

export const showSchedule = (schedule: PageSchedule) => ({
  id: publicId("schedule", schedule.id),
  act: schedule.act,
  at: time(schedule.runAt),
  state: schedule.state,
  outcome: schedule.outcome,
});

export const pageSchedules: ApiNoun = {
  name: "Schedules",
  description:
    "Plans to publish a page or take it offline. They are made with publish_at and unpublish_at of its publication.",
  routes: [
    apiRoute({
      method: "GET",
      path: "/pages/:page/schedules",
      scope: "pages:read",
      summary: "List plans of a page, newest first",
      params: pageParams,
      answer: listOf(scheduleAnswer),
      status: 200,
      run: async ({ deps, workspaceId, params }) => {
        await getPageSummary(deps, workspaceId, params.page);
        const found = await listSchedules(deps, workspaceId, params.page);
        return { body: { data: found.map(showSchedule), next_cursor: null } };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/pages/:page/schedules/:schedule",
      scope: "pages:read",
      summary: "See a plan and what became of it",
      params: scheduleParams,
      answer: scheduleAnswer,
      status: 200,
      rows: ({ params }) => [{ table: "page_schedules", key: { id: params.schedule } }],
      run: async ({ deps, workspaceId, params }) => {
        await getPageSummary(deps, workspaceId, params.page);
        const found = (await listSchedules(deps, workspaceId, params.page)).find(
          ({ id }) => id === params.schedule,
        );
        if (!found) throw new DomainError("not_found", "schedule_not_found", "There is no such plan.");
        return { body: showSchedule(found) };
      },
    }),
    apiRoute({
      method: "DELETE",
      path: "/pages/:page/schedules/:schedule",
      scope: "pages:publish",
      summary: "Take a plan back while it waits",
      params: scheduleParams,
      answer: undefined,
      status: 204,
      run: async ({ deps, actor, workspaceId, params }) => {
        const input = { workspaceId, pageId: params.page, scheduleId: params.schedule };
        await cancelSchedule(deps, actor, input);
        return {};
      },
    }),
  ],
};
