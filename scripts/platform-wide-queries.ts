/** Queries that look at the rows of all workspaces, each with the reason why that is right. */
export const platformWideQueries: Record<string, string> = {
  "app/domain/acceptable-use/abuse-notice-queries.server.ts#listAllNotices":
    "the operator decides about reports on all workspaces",
  "app/domain/audit/audit-queries.server.ts#listUnsealed": "the sealer closes the chains of all workspaces",
  "app/domain/audit/audit-queries.server.ts#listChainedWorkspaces": "the operator verifies every chain",
  "app/domain/billing/agreement-queries.server.ts#findAgreementOfCustomer":
    "Stripe names only its customer; the row says whose it is",
  "app/domain/billing/agreement-queries.server.ts#listAllCustomers":
    "each night all customers are read again from Stripe",
  "app/domain/billing/billing-event-queries.server.ts#deleteRecordsOfDeleted":
    "records of payments of deleted workspaces go after seven years",
  "app/domain/campaigns/campaign-queries.server.ts#listCampaignsInState": "the delivery engine works for all",
  "app/domain/campaigns/campaign-queries.server.ts#listDueCampaigns":
    "scheduled campaigns start by the clock",
  "app/domain/developer/api-key-queries.server.ts#findKeyForToken":
    "the token names only its key; the row says whose it is, and the secret is compared before anything is done",
  "app/domain/developer/idempotency-queries.server.ts#removeAnswersBefore": "old answers go after a day",
  "app/domain/developer/webhook-delivery-queries.server.ts#listDueDeliveries":
    "one worker sends the messages of all workspaces",
  "app/domain/developer/webhook-delivery-queries.server.ts#deleteOldDeliveries":
    "the log of deliveries is kept for 30 days",
  "app/domain/experiments/experiment-queries.server.ts#selectRunningEverywhere":
    "fixed horizons that were reached are concluded by the clock",
  "app/domain/files/file-queries.server.ts#selectImageOwner":
    "a published picture is public, and its address names no workspace",
  "app/domain/files/file-queries.server.ts#selectUnusedImages": "pictures that nothing uses are removed",
  "app/domain/mail/outbox-queries.server.ts#listOldOutboxRows": "old messages are removed",
  "app/domain/pages/page-editor-queries.server.ts#deleteEditorsBefore":
    "tabs that were closed without a word are forgotten",
  "app/domain/privacy/privacy-request-queries.server.ts#removeUnconfirmedBefore":
    "requests that no mailbox confirmed are forgotten",
  "app/domain/publishing/preview-link-queries.server.ts#deleteLinksEndedBefore":
    "links that ended long ago are forgotten",
  "app/domain/senders/sender-queries.server.ts#listDomainsToCheck": "DNS is looked up again by the clock",
  "app/domain/sites/domain-queries.server.ts#selectDomainsToCheck": "DNS is looked up again by the clock",
  "app/domain/termination/account-rows-queries.server.ts#eraseAccountRows":
    "a closed account belongs to the platform, and what names it goes everywhere",
  "app/domain/termination/export-queries.server.ts#listExpiredExports": "old archives are removed",
  "app/domain/termination/import-queries.server.ts#findFileElsewhere":
    "an import must not take the id of another workspace's file; only that there is one is told",
  "app/domain/termination/table-rows-queries.server.ts#countRowsBefore":
    "the operator is told what retention would remove",
  "app/domain/termination/termination-queries.server.ts#listDueTerminations": "workspaces close by the clock",
  "app/domain/workspaces/invitation-queries.server.ts#removeInvitationsBefore": "old invitations are removed",
  "app/domain/workspaces/membership-queries.server.ts#listWorkspacesOfAccount":
    "a person sees the workspaces they are a member of",
};
