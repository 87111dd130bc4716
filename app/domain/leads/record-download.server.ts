import type { Deps } from "../deps";
import type { Submission } from "./lead";
import { insertDownload } from "./lead-file-queries.server";
import { storedText } from "./lead-text";

/** Notes that what a form promised was fetched; shown with the person. */
export const recordDownload = (
  deps: Pick<Deps, "db" | "ids" | "clock">,
  workspaceId: string,
  submission: Pick<Submission, "id" | "leadId">,
  fetched: { fileId: string; name: string; machine: boolean },
) =>
  insertDownload(deps.db, {
    workspace_id: workspaceId,
    id: deps.ids.next(),
    lead_id: submission.leadId,
    submission_id: submission.id,
    file_id: fetched.fileId,
    name: storedText(fetched.name, 200),
    machine: fetched.machine ? 1 : 0,
    created_at: deps.clock.now(),
  });
