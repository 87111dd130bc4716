import { z } from "zod";
import { defineJob } from "../jobs/job";

/** Publishes or unpublishes a page at its time. */
export const runScheduleJob = defineJob(
  "publishing.run-schedule",
  z.object({ workspaceId: z.string(), scheduleId: z.string() }),
);
