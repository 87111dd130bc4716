import type { acceptableUseTables } from "./acceptable-use";
import type { accountsTables } from "./accounts";
import type { analyticsTables } from "./analytics";
import type { auditTables } from "./audit";
import type { billingTables } from "./billing";
import type { campaignsTables } from "./campaigns";
import type { consentTables } from "./consent";
import type { TablesOf } from "./define";
import type { developerTables } from "./developer";
import type { eventsTables } from "./events";
import type { experimentsTables } from "./experiments";
import type { filesTables } from "./files";
import type { formsTables } from "./forms";
import type { jobsTables } from "./jobs";
import type { keysTables } from "./keys";
import type { leadsTables } from "./leads";
import type { mailTables } from "./mail";
import type { pagesTables } from "./pages";
import type { policiesTables } from "./policies";
import type { privacyTables } from "./privacy";
import type { publishingTables } from "./publishing";
import type { segmentsTables } from "./segments";
import type { sendersTables } from "./senders";
import type { sitesTables } from "./sites";
import type { suppressionTables } from "./suppression";
import type { terminationTables } from "./termination";
import type { testimonialsTables } from "./testimonials";
import type { trackingTables } from "./tracking";
import type { workspacesTables } from "./workspaces";

/** Every table of the product, as Kysely sees it. An interface, so that the compiler resolves each table once. */
export interface Database
  extends TablesOf<typeof keysTables>,
    TablesOf<typeof jobsTables>,
    TablesOf<typeof eventsTables>,
    TablesOf<typeof auditTables>,
    TablesOf<typeof filesTables>,
    TablesOf<typeof suppressionTables>,
    TablesOf<typeof policiesTables>,
    TablesOf<typeof mailTables>,
    TablesOf<typeof accountsTables>,
    TablesOf<typeof workspacesTables>,
    TablesOf<typeof billingTables>,
    TablesOf<typeof sendersTables>,
    TablesOf<typeof consentTables>,
    TablesOf<typeof acceptableUseTables>,
    TablesOf<typeof sitesTables>,
    TablesOf<typeof leadsTables>,
    TablesOf<typeof trackingTables>,
    TablesOf<typeof segmentsTables>,
    TablesOf<typeof formsTables>,
    TablesOf<typeof testimonialsTables>,
    TablesOf<typeof pagesTables>,
    TablesOf<typeof experimentsTables>,
    TablesOf<typeof publishingTables>,
    TablesOf<typeof campaignsTables>,
    TablesOf<typeof analyticsTables>,
    TablesOf<typeof developerTables>,
    TablesOf<typeof privacyTables>,
    TablesOf<typeof terminationTables> {}
