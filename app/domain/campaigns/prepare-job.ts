import { z } from "zod";
import { defineJob } from "../jobs/job";

/** Freezes the rest of an audience that was too large for the request that started the campaign. */
export const prepareJob = defineJob(
  "campaigns.prepare",
  z.object({ workspaceId: z.string(), campaignId: z.string() }),
);
