import type { Deps } from "../deps";
import { handleJob, type JobHandler } from "../jobs/job-runner.server";
import type { Gate } from "../mail/gate";
import { prepareDeliveries } from "./prepare-deliveries.server";
import { prepareJob } from "./prepare-job";

export const campaignJobs = (deps: Deps & { gates: readonly Gate[] }): JobHandler[] => [
  handleJob(prepareJob, async ({ workspaceId, campaignId }, { renew }) => {
    await prepareDeliveries(deps, { workspaceId, campaignId, goOn: renew });
  }),
];
