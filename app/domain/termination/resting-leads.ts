import { type RawBuilder, sql } from "kysely";

/** Leads whose data rests: while a dispute lasts, or a request waits for its answer, nothing of them goes. */
const restingLeads = (workspaceId: string): RawBuilder<unknown> => sql`
  select restrictions.lead_id from restrictions
  where restrictions.workspace_id = ${workspaceId} and restrictions.lifted_at is null
  union all
  select leads.id from privacy_requests
  inner join leads on leads.workspace_id = privacy_requests.workspace_id
    and leads.address_hash = privacy_requests.address_hash
  where privacy_requests.workspace_id = ${workspaceId} and privacy_requests.state = 'open'
    and privacy_requests.address_hash <> ''
`;

/** Rows that are no such lead's. */
export const notResting = (workspaceId: string, column: string): RawBuilder<boolean> =>
  sql<boolean>`(${sql.ref(column)} not in (${restingLeads(workspaceId)}))`;

/** Visits that no submission of such a lead names. */
export const notVisitedByResting = (workspaceId: string): RawBuilder<boolean> => sql<boolean>`(
  visits.id not in (
    select sent.visit_id from submissions as sent
    where sent.workspace_id = ${workspaceId} and sent.lead_id in (${restingLeads(workspaceId)})
  )
)`;

/** Rows that tell of no message to such a lead. */
export const notOfResting = (workspaceId: string, column: string): RawBuilder<boolean> => sql<boolean>`(
  ${sql.ref(column)} not in (
    select told.id from deliveries as told
    where told.workspace_id = ${workspaceId} and told.lead_id in (${restingLeads(workspaceId)})
  )
)`;
