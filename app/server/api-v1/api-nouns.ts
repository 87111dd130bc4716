import type { ApiNoun } from "./api-route";
import { auditEntries } from "./audit-entries";
import { campaigns } from "./campaigns";
import { consents } from "./consents";
import { deliveries } from "./deliveries";
import { domains } from "./domains";
import { exportsNoun } from "./exports";
import { leadFields } from "./lead-fields";
import { leadImports } from "./lead-imports";
import { leads } from "./leads";
import { pageReports } from "./page-reports";
import { pageSchedules } from "./page-schedules";
import { pages } from "./pages";
import { previewLinks } from "./preview-links";
import { privacyRequests } from "./privacy-requests";
import { publications } from "./publications";
import { redirects } from "./redirects";
import { retention } from "./retention";
import { segments } from "./segments";
import { senders } from "./senders";
import { sites } from "./sites";
import { suppressions } from "./suppressions";
import { testimonials } from "./testimonials";
import { topics } from "./topics";
import { webhookEndpoints } from "./webhook-endpoints";

/** THE list of what the API speaks of. */
export const apiNouns: readonly ApiNoun[] = [
  sites,
  domains,
  redirects,
  pages,
  publications,
  pageSchedules,
  previewLinks,
  testimonials,
  pageReports,
  leads,
  leadFields,
  leadImports,
  segments,
  consents,
  topics,
  senders,
  campaigns,
  deliveries,
  suppressions,
  exportsNoun,
  webhookEndpoints,
  auditEntries,
  privacyRequests,
  retention,
];
