import type { Actor } from "../actor";

export interface AuditRecord {
  workspaceId: string;
  actor: Actor;
  /** verb in the permission style, such as page:publish or login:denied */
  action: string;
  targetKind: string;
  targetId: string;
  /** Lead or account that the detail speaks of; erasing the person removes the detail. */
  subjectId?: string;
  detail?: Record<string, unknown>;
}

export interface AuditEntry {
  id: string;
  at: number;
  actorKind: string;
  actorId: string;
  action: string;
  targetKind: string;
  targetId: string;
  detail: Record<string, unknown> | undefined;
  sequence: number | undefined;
}
