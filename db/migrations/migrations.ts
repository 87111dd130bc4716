import { acceptableUseMigrations } from "./2026-11-23-acceptable-use";
import { accountsMigrations } from "./2026-11-23-accounts";
import { analyticsMigrations } from "./2026-11-23-analytics";
import { auditMigrations } from "./2026-11-23-audit";
import { campaignsMigrations } from "./2026-11-23-campaigns";
import { consentMigrations } from "./2026-11-23-consent";
import { developerMigrations } from "./2026-11-23-developer";
import { eventsMigrations } from "./2026-11-23-events";
import { filesMigrations } from "./2026-11-23-files";
import { formsMigrations } from "./2026-11-23-forms";
import { jobsMigrations } from "./2026-11-23-jobs";
import { keysMigrations } from "./2026-11-23-keys";
import { leadsMigrations } from "./2026-11-23-leads";
import { mailMigrations } from "./2026-11-23-mail";
import { pagesMigrations } from "./2026-11-23-pages";
import { policiesMigrations } from "./2026-11-23-policies";
import { privacyMigrations } from "./2026-11-23-privacy";
import { publishingMigrations } from "./2026-11-23-publishing";
import { segmentsMigrations } from "./2026-11-23-segments";
import { sendersMigrations } from "./2026-11-23-senders";
import { sitesMigrations } from "./2026-11-23-sites";
import { suppressionMigrations } from "./2026-11-23-suppression";
import { terminationMigrations } from "./2026-11-23-termination";
import { trackingMigrations } from "./2026-11-23-tracking";
import { workspacesMigrations } from "./2026-11-23-workspaces";
import { billingMigrations } from "./2026-11-28-billing";
import { experimentsMigrations } from "./2026-11-28-experiments";
import { idleAccountsMigrations } from "./2026-11-28-idle-accounts";
import { leadFieldsMigrations } from "./2026-11-28-lead-fields";
import { leadsLastHeardMigrations } from "./2026-11-28-leads-last-heard";
import { mailFrequenciesMigrations } from "./2026-11-28-mail-frequencies";
import { pageListingsMigrations } from "./2026-11-28-page-listings";
import { pageSchedulesMigrations } from "./2026-11-28-page-schedules";
import { pageSharePicturesMigrations } from "./2026-11-28-page-share-pictures";
import { pageSharesMigrations } from "./2026-11-28-page-shares";
import { peopleGoFromMigrations } from "./2026-11-28-people-go-from";
import { peopleToldAtMigrations } from "./2026-11-28-people-told-at";
import { previewLinksMigrations } from "./2026-11-28-preview-links";
import { rightsLanguagesMigrations } from "./2026-11-28-rights-languages";
import { savedSectionsMigrations } from "./2026-11-28-saved-sections";
import { signInIdentitiesMigrations } from "./2026-11-28-sign-in-identities";
import { siteDomainsMigrations } from "./2026-11-28-site-domains";
import { submissionRepeatsMigrations } from "./2026-11-28-submission-repeats";
import { submissionsOfLeadMigrations } from "./2026-11-28-submissions-of-lead";
import { testimonialRevisionsMigrations } from "./2026-11-28-testimonial-revisions";
import { testimonialsMigrations } from "./2026-11-28-testimonials";
import { visitorConsentMigrations } from "./2026-11-28-visitor-consent";
import { webhooksMigrations } from "./2026-11-28-webhooks";
import { archiveImportsMigrations } from "./2026-11-29-archive-imports";
import { campaignsPausedByMigrations } from "./2026-11-29-campaigns-paused-by";
import { suppressionsLatestMigrations } from "./2026-11-29-suppressions-latest";
import { heldAddressesMigrations } from "./2026-11-30-held-addresses";
import type { Migration } from "./step";

/** Every change of the schema, in the order in which it is applied. Append only. */
export const migrations: readonly Migration[] = [
  ...keysMigrations,
  ...jobsMigrations,
  ...eventsMigrations,
  ...auditMigrations,
  ...filesMigrations,
  ...suppressionMigrations,
  ...policiesMigrations,
  ...mailMigrations,
  ...accountsMigrations,
  ...workspacesMigrations,
  ...sendersMigrations,
  ...consentMigrations,
  ...acceptableUseMigrations,
  ...sitesMigrations,
  ...leadsMigrations,
  ...trackingMigrations,
  ...segmentsMigrations,
  ...formsMigrations,
  ...pagesMigrations,
  ...publishingMigrations,
  ...campaignsMigrations,
  ...analyticsMigrations,
  ...developerMigrations,
  ...privacyMigrations,
  ...terminationMigrations,
  ...leadFieldsMigrations,
  ...savedSectionsMigrations,
  ...rightsLanguagesMigrations,
  ...siteDomainsMigrations,
  ...visitorConsentMigrations,
  ...experimentsMigrations,
  ...pageListingsMigrations,
  ...pageSchedulesMigrations,
  ...webhooksMigrations,
  ...previewLinksMigrations,
  ...pageSharesMigrations,
  ...mailFrequenciesMigrations,
  ...testimonialsMigrations,
  ...signInIdentitiesMigrations,
  ...pageSharePicturesMigrations,
  ...leadsLastHeardMigrations,
  ...idleAccountsMigrations,
  ...testimonialRevisionsMigrations,
  ...billingMigrations,
  ...peopleGoFromMigrations,
  ...peopleToldAtMigrations,
  ...submissionRepeatsMigrations,
  ...submissionsOfLeadMigrations,
  ...suppressionsLatestMigrations,
  ...campaignsPausedByMigrations,
  ...archiveImportsMigrations,
  ...heldAddressesMigrations,
];

/** Columns that a table got later, each with what rows of before have in it. */
export const addedColumns = (table: string): Map<string, string | number | null> =>
  new Map(
    migrations.flatMap(({ adds }) => (adds?.table === table ? [[adds.column, adds.fallback] as const] : [])),
  );
