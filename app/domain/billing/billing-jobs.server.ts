import type { Deps } from "../deps";
import { handleJob, type JobHandler } from "../jobs/job-runner.server";
import { closeJob, plansJob, stopJob, syncJob } from "./billing-job";
import { refreshPlans } from "./current-plans.server";
import { closeCustomers, stopRenewal } from "./end-billing.server";
import { followCustomer } from "./follow-customer.server";

/** Work that is done later. */
export const billingJobs = (deps: Deps): readonly JobHandler[] => [
  handleJob(syncJob, async ({ customerId }) => {
    await followCustomer(deps, customerId);
  }),
  handleJob(plansJob, () => refreshPlans(deps)),
  handleJob(stopJob, ({ workspaceId }) => stopRenewal(deps, workspaceId)),
  handleJob(closeJob, (payload) => closeCustomers(deps, payload)),
];
