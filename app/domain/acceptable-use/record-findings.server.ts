import type { Executor } from "~db/schema/executor";
import type { Deps } from "../deps";
import type { Finding } from "./finding";
import { insertFindings, type RecordedFinding } from "./finding-queries.server";

export type FindingSubject = "page" | "campaign" | "workspace";

/** Keeps what a check found, in the caller's transaction: the proof behind a refusal or a warning. */
export async function recordFindings(
  deps: Pick<Deps, "clock" | "ids">,
  tx: Executor,
  input: {
    workspaceId: string;
    subjectKind: FindingSubject;
    subjectId: string;
    findings: readonly Finding[];
  },
): Promise<void> {
  const createdAt = deps.clock.now();
  const rows = input.findings.map(
    (finding): RecordedFinding => ({
      ...finding,
      id: deps.ids.next(),
      workspaceId: input.workspaceId,
      subjectKind: input.subjectKind,
      subjectId: input.subjectId,
      createdAt,
    }),
  );
  await insertFindings(tx, rows);
}
