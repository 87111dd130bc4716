import { z } from "zod";
import { defineJob } from "../jobs/job";

export const archiveImportJob = defineJob(
  "termination.import-archive",
  z.object({ workspaceId: z.string(), importId: z.string() }),
);
