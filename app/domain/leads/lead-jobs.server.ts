import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { handleJob, type JobHandler } from "../jobs/job-runner.server";
import { discardImportDraft } from "./import-draft.server";
import { removeImportFile } from "./import-file.server";
import { forgetDraftJob, forgetImportJob, importLeadsJob } from "./import-leads-job";
import { runLeadImport } from "./run-lead-import.server";

export const leadJobs = (deps: Deps & { files: FileStore }): readonly JobHandler[] => [
  handleJob(importLeadsJob, (payload, { renew }) => runLeadImport(deps, payload, renew)),
  handleJob(forgetDraftJob, async (payload) => void (await discardImportDraft(deps, payload))),
  handleJob(forgetImportJob, (payload) => removeImportFile(deps.files, payload)),
];
