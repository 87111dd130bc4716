import { type RawBuilder, sql } from "kysely";

/** Rows that are no lead's whose data rests: while a dispute lasts, or a request waits for its answer, nothing of them goes. */
export const notResting = (workspaceId: string, column: string): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(column)} not in (
    select restrictions.lead_id from restrictions
    where restrictions.workspace_id = ${workspaceId} and restrictions.lifted_at is null
  )
  and ${sql.ref(column)} not in (
    select leads.id from privacy_requests
    inner join leads on leads.workspace_id = privacy_requests.workspace_id
      and leads.address_hash = privacy_requests.address_hash
    where privacy_requests.workspace_id = ${workspaceId} and privacy_requests.state = 'open'
      and privacy_requests.address_hash <> ''
  )
)`;
