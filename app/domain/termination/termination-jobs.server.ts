import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { handleJob, type JobHandler } from "../jobs/job-runner.server";
import { archiveImportJob } from "./archive-import-job";
import { exportJob } from "./export-job";
import { runArchiveImport } from "./run-archive-import.server";
import { runExport } from "./run-export.server";

/** Work that is done later. */
export const terminationJobs = (deps: Deps & { files: FileStore }): readonly JobHandler[] => [
  handleJob(archiveImportJob, (payload) => runArchiveImport(deps, payload)),
  handleJob(exportJob, (payload, { renew }) => runExport(deps, payload, renew)),
];
