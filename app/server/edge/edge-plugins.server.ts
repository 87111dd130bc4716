import type { FastifyInstance } from "fastify";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { registerFormSubmissions } from "./form-submissions.server";
import { registerHostedPages } from "./hosted-pages.server";
import { registerSiteAssets } from "./site-assets.server";

export type EdgePlugin = (app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces) => void | Promise<void>;

/** THE list of what answers outside React: hot, anonymous or for machines. */
export const edgePlugins: readonly EdgePlugin[] = [
  registerHostedPages,
  registerSiteAssets,
  registerFormSubmissions,
];
