import type { Deps } from "../deps";
import { handleJob, type JobHandler } from "../jobs/job-runner.server";
import { runSchedule } from "./run-schedule.server";
import { runScheduleJob } from "./run-schedule-job";

export const publishingJobs = (deps: Deps): JobHandler[] => [
  handleJob(runScheduleJob, (payload) => runSchedule(deps, payload)),
];
