import { z } from "zod";
import { defineJob } from "../jobs/job";

export const exportJob = defineJob(
  "termination.export",
  z.object({ workspaceId: z.string(), exportId: z.string() }),
  { maxAttempts: 3 },
);
