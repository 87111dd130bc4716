import { z } from "zod";
import { defineJob } from "../jobs/job";

export const importLeadsJob = defineJob(
  "leads.import",
  z.object({ workspaceId: z.string(), importId: z.string() }),
);

/** Takes away an uploaded file that nobody began to import. */
export const forgetDraftJob = defineJob(
  "leads.forget-draft",
  z.object({ workspaceId: z.string(), importId: z.string() }),
);

export const forgetImportJob = defineJob(
  "leads.forget-import",
  z.object({ workspaceId: z.string(), importId: z.string() }),
);
