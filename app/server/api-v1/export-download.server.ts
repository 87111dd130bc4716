import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor } from "~/domain/actor";
import { readExportLink } from "~/domain/termination/export-link.server";
import { openExport } from "~/domain/termination/open-export.server";
import { storedId } from "~/lib/ids";
import type { ServerDeps } from "../server-deps";
import { problem } from "./problem";

type Download = { Params: { export: string }; Querystring: { token?: string } };

/** The bytes of an archive: with a key that may read exports, or with the signed link of `GET /exports/ID`. */
export function registerExportDownload(
  api: FastifyInstance,
  deps: ServerDeps,
  constraints: { surface: string },
  authenticate: (request: FastifyRequest) => Promise<Extract<Actor, { kind: "apiKey" }>>,
): void {
  async function whoAsks(request: FastifyRequest<Download>): Promise<{ actor: Actor; workspaceId: string }> {
    const link = request.query.token ? readExportLink(deps, request.query.token) : undefined;
    if (link && storedId("export", request.params.export) === link.exportId) {
      return { actor: { kind: "system", reason: "signed link" }, workspaceId: link.workspaceId };
    }
    if (request.query.token)
      throw problem(403, "link_invalid", "This link is no longer valid. Ask for the export again.");
    const actor = await authenticate(request);
    if (!actor.scopes.includes("exports:read")) {
      throw problem(403, "scope_missing", "This key may not do that: it lacks the scope exports:read.");
    }
    return { actor, workspaceId: actor.workspaceId };
  }

  api.get<Download>("/exports/:export/archive", { constraints }, async (request, reply) => {
    const { actor, workspaceId } = await whoAsks(request);
    const exportId = storedId("export", request.params.export);
    if (!exportId) throw problem(404, "not_found", "There is no such export.");
    const { stream, size, name, sha256 } = await openExport(deps, actor, { workspaceId, exportId });
    return reply
      .type("application/zip")
      .header("content-length", size)
      .header("content-disposition", `attachment; filename="${name}"`)
      .header("referrer-policy", "no-referrer")
      .header("repr-digest", `sha-256=:${Buffer.from(sha256, "hex").toString("base64")}:`)
      .send(stream);
  });
}
