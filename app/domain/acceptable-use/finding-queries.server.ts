import type { Executor } from "~db/schema/executor";
import type { Finding, FindingSeverity } from "./finding";

export interface RecordedFinding extends Finding {
  id: string;
  workspaceId: string;
  subjectKind: string;
  subjectId: string;
  createdAt: number;
}

export async function insertFindings(db: Executor, findings: readonly RecordedFinding[]): Promise<void> {
  if (findings.length === 0) return;
  await db
    .insertInto("aup_findings")
    .values(
      findings.map((finding) => ({
        workspace_id: finding.workspaceId,
        id: finding.id,
        subject_kind: finding.subjectKind,
        subject_id: finding.subjectId,
        rule: finding.rule.slice(0, 60),
        severity: finding.severity,
        message: finding.message.slice(0, 500),
        evidence: finding.evidence.slice(0, 1000),
        remedy: finding.remedy.slice(0, 500),
        created_at: finding.createdAt,
      })),
    )
    .execute();
}

/** Newest first; of one page or campaign when a subject is named. */
export async function listFindingRows(
  db: Executor,
  workspaceId: string,
  options: { subjectId?: string | undefined; limit: number },
): Promise<RecordedFinding[]> {
  let query = db
    .selectFrom("aup_findings")
    .selectAll()
    .where("workspace_id", "=", workspaceId)
    .orderBy("id", "desc")
    .limit(options.limit);
  if (options.subjectId) query = query.where("subject_id", "=", options.subjectId);
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    workspaceId: row.workspace_id,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    rule: row.rule,
    severity: row.severity as FindingSeverity,
    message: row.message,
    evidence: row.evidence,
    remedy: row.remedy,
    createdAt: row.created_at,
  }));
}
