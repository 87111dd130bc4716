import { z } from "zod";
import { type Export, exportProgress } from "~/domain/termination/export";
import { exportLinkToken } from "~/domain/termination/export-link.server";
import { findExport } from "~/domain/termination/find-export.server";
import { requestExport } from "~/domain/termination/request-export.server";
import { publicId } from "~/lib/ids";
import type { ServerDeps } from "../server-deps";
import { idField, shownId, shownTime, time, timeOrNull } from "./api-fields";
import { type ApiNoun, apiRoute } from "./api-route";

const exportAnswer = z.object({
  id: shownId("export"),
  state: z.enum(["queued", "running", "done", "failed", "expired"]),
  progress: z.number().meta({ description: "0 to 1." }),
  rows_done: z.number().int(),
  rows_total: z.number().int(),
  url: z
    .string()
    .nullable()
    .meta({ description: "Where the ZIP is fetched, for an hour; ask again for a new one." }),
  size: z.number().int().nullable(),
  sha256: z.string().nullable(),
  error: z.string().nullable(),
  created_at: shownTime,
  finished_at: shownTime.nullable(),
  expires_at: shownTime.nullable(),
});

function show(deps: ServerDeps, given: Export) {
  const done = given.state === "done";
  const id = publicId("export", given.id);
  const token = done ? exportLinkToken(deps, { workspaceId: given.workspaceId, exportId: given.id }) : "";
  return {
    id,
    state: given.state,
    progress: exportProgress(given),
    rows_done: given.rowsDone,
    rows_total: given.rowsTotal,
    url: done ? deps.urls.app(`/api/v1/exports/${id}/archive?token=${token}`) : null,
    size: done ? given.size : null,
    sha256: done ? given.sha256 : null,
    error: given.error || null,
    created_at: time(given.createdAt),
    finished_at: timeOrNull(given.finishedAt),
    expires_at: timeOrNull(given.expiresAt),
  };
}

export const exportsNoun: ApiNoun = {
  name: "Exports",
  description:
    "An export is the whole workspace as one ZIP. It is made in the background and kept for a week.",
  routes: [
    apiRoute({
      method: "POST",
      path: "/exports",
      scope: "exports:write",
      summary: "Order an export",
      description: "While one is being made, the same one is answered.",
      body: z.strictObject({}),
      answer: exportAnswer,
      status: 202,
      run: async ({ deps, actor, workspaceId }) => {
        const made = await requestExport(deps, actor, { workspaceId });
        return { body: show(deps, made), location: `/exports/${publicId("export", made.id)}` };
      },
    }),
    apiRoute({
      method: "GET",
      path: "/exports/:export",
      scope: "exports:read",
      summary: "See how far an export is, and where to fetch it",
      params: z.object({ export: idField("export") }),
      answer: exportAnswer,
      status: 200,
      run: async ({ deps, workspaceId, params }) => ({
        body: show(deps, await findExport(deps, workspaceId, params.export)),
      }),
    }),
  ],
};
