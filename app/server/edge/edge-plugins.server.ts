import type { FastifyInstance } from "fastify";
import { registerApiV1 } from "../api-v1/register-api-v1.server";
import type { ServerDeps } from "../server-deps";
import type { Surfaces } from "../surfaces.server";
import { registerAddressChanges } from "./address-changes.server";
import { registerConfirmations } from "./confirmations.server";
import { registerConsentChoices } from "./consent-choices.server";
import { registerDownloads } from "./downloads.server";
import { registerFormSubmissions } from "./form-submissions.server";
import { registerHostedPages } from "./hosted-pages.server";
import { registerInboundEvents } from "./inbound-events.server";
import { registerLinkClicks } from "./link-clicks.server";
import { registerMessageOpens } from "./message-opens.server";
import { registerPageViews } from "./page-views.server";
import { registerPreferences } from "./preferences.server";
import { registerPreviewLinks } from "./preview-links.server";
import { registerQuotedPerson } from "./quoted-person.server";
import { registerSiteAssets } from "./site-assets.server";
import { registerSiteListing } from "./site-listing.server";
import { registerTlsAsk } from "./tls-ask.server";
import { registerUnsubscribe } from "./unsubscribe.server";

export type EdgePlugin = (app: FastifyInstance, deps: ServerDeps, surfaces: Surfaces) => void | Promise<void>;

/** What the product serves besides its screens: with the role `web`. */
export const productPlugins: readonly EdgePlugin[] = [registerApiV1, registerInboundEvents];

/** THE list of what answers outside React, hot and anonymous: with the role `edge`. */
export const edgePlugins: readonly EdgePlugin[] = [
  registerHostedPages,
  registerSiteAssets,
  registerSiteListing,
  registerTlsAsk,
  registerFormSubmissions,
  registerPreviewLinks,
  registerPageViews,
  registerConsentChoices,
  registerConfirmations,
  registerQuotedPerson,
  registerMessageOpens,
  registerLinkClicks,
  registerDownloads,
  registerUnsubscribe,
  registerPreferences,
  registerAddressChanges,
];
