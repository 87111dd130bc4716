import type { Executor } from "~db/schema/executor";
import type { Lead, Submission } from "./lead";
import { findLeadRow } from "./lead-queries.server";
import { findSubmissionRow } from "./submission-queries.server";

export const findSubmission = (
  db: Executor,
  workspaceId: string,
  submissionId: string,
): Promise<Submission | undefined> => findSubmissionRow(db, workspaceId, submissionId);

/** The person a submission belongs to; undefined while it waits in quarantine or after erasure. */
export const findLeadOf = (
  db: Executor,
  submission: Submission,
  workspaceId: string,
): Promise<Lead | undefined> => findLeadRow(db, workspaceId, submission.leadId);
