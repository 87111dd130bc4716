import { billingJobs } from "~/domain/billing/billing-jobs.server";
import { campaignJobs } from "~/domain/campaigns/campaign-jobs.server";
import type { JobHandler } from "~/domain/jobs/job-runner.server";
import { leadJobs } from "~/domain/leads/lead-jobs.server";
import { publishingJobs } from "~/domain/publishing/publishing-jobs.server";
import { terminationJobs } from "~/domain/termination/termination-jobs.server";
import type { ServerDeps } from "./server-deps";

/** THE list of work that is done later, by context. */
export const jobHandlers = (deps: ServerDeps): readonly JobHandler[] => [
  ...billingJobs(deps),
  ...campaignJobs(deps),
  ...leadJobs(deps),
  ...publishingJobs(deps),
  ...terminationJobs(deps),
];
