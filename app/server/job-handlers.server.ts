import type { JobHandler } from "~/domain/jobs/job-runner.server";
import type { ServerDeps } from "./server-deps";

/** THE list of work that is done later, by context. */
export const jobHandlers = (_deps: ServerDeps): readonly JobHandler[] => [];
