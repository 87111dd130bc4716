import { setTimeout as wait } from "node:timers/promises";
import type { FastifyInstance } from "fastify";
import { readOpenToken } from "~/domain/campaigns/message-token.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { createSightingSink } from "./sighting-sink.server";

const gif = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");

/** Answers leave at these steps, so that their time does not tell a known token from an unknown one. */
const stepMs = 20;

/** `/o/TOKEN.gif`: the same picture for any token. What is stored depends on the person's choice, the answer does not. */
export function registerMessageOpens(app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces): void {
  const sink = createSightingSink(deps);

  async function note(token: string, userAgent: string, method: string): Promise<void> {
    const ref = readOpenToken(deps, token);
    if (!ref) return;
    try {
      await sink.see({ ref, at: deps.clock.now(), userAgent, method });
    } catch (error) {
      deps.log.warn({ err: error }, "an open could not be stored");
    }
  }

  app.get<{ Params: { file: string } }>(
    "/o/:file",
    { constraints: { surface: surfaces.links }, exposeHeadRoute: true },
    async (request, reply) => {
      const began = performance.now();
      await note(
        request.params.file.replace(/\.gif$/, ""),
        request.headers["user-agent"] ?? "",
        request.method,
      );
      const took = performance.now() - began;
      await wait(Math.ceil((took + 1) / stepMs) * stepMs - took);
      return reply
        .header("cache-control", "no-store, max-age=0")
        .header("referrer-policy", "no-referrer")
        .header("x-content-type-options", "nosniff")
        .header("content-length", gif.length)
        .type("image/gif")
        .send(gif);
    },
  );
}
