import type { Lead, LeadOrigin } from "./lead";

/** A row of leads as the database gives it. */
export interface StoredLead {
  workspace_id: string;
  id: string;
  email: string;
  address_hash: string;
  name: string;
  fields: string;
  field_sources: string;
  origin: string;
  submissions: number;
  revision: number;
  created_at: number;
  updated_at: number;
  last_submission_at: number | null;
}

export const toLead = (row: StoredLead): Lead => ({
  id: row.id,
  workspaceId: row.workspace_id,
  email: row.email,
  addressHash: row.address_hash,
  name: row.name,
  fields: JSON.parse(row.fields),
  fieldSources: JSON.parse(row.field_sources),
  origin: row.origin as LeadOrigin,
  submissions: row.submissions,
  revision: row.revision,
  createdAt: row.created_at,
  updatedAt: row.updated_at,
  lastSubmissionAt: row.last_submission_at ?? undefined,
});
