import { campaignSamples } from "./samples/campaigns";
import { leadSamples } from "./samples/leads";
import { pageSamples } from "./samples/pages";
import { settingsSamples } from "./samples/settings";
import { siteSamples } from "./samples/sites";
import type { ScreenSamples } from "./screen-sample";

/** Sample input for every route of a workspace, by its address. */
export const screenSamples: ScreenSamples = {
  ...settingsSamples,
  ...pageSamples,
  ...leadSamples,
  ...campaignSamples,
  ...siteSamples,
};

/** Routes that belong to no workspace: what guards them instead. */
export const otherRoutes: Record<string, string> = {
  "": "leads on to what is one's own",
  account: "one's own account",
  "accept-policies": "one's own account",
  "confirm-email/:token": "capability: a link sent to the mailbox",
  "forgot-password": "public; answers the same for every address",
  "forgot-password/sent": "public, without data",
  "invitations/:token": "capability: a link sent to the mailbox",
  "reset-password/:token": "capability: a link sent to the mailbox",
  "setup/:token": "capability: a link printed at the start, once",
  "sign-in": "public, without data",
  "sign-in/back/:provider": "a sealed cookie of one's own browser, and the provider's answer",
  "sign-in/finish": "a sealed cookie of one's own browser",
  "sign-in/with/:provider": "public, without data",
  "sign-out": "one's own session",
  theme: "one's own browser",
  "sign-up": "public, without data",
  "sign-up/sent": "public, without data",
  workspaces: "one's own workspaces",
  "workspaces/new": "one's own account",
  "certificates/:token": "capability: the certificate's own link",
  "certificates/:token/json": "capability: the certificate's own link",
  abuse: "public, without data",
  "privacy-request": "public; answers the same for every address",
  "privacy-request/:token": "capability: a link sent to the mailbox",
  "docs/api": "public, without data",
  operator: "operators only",
  "operator/deleted": "operators only",
  "operator/instance": "operators only",
  "operator/plans": "operators only",
  "operator/jobs": "operators only",
  "operator/mail": "operators only",
  "operator/notices": "operators only",
  "operator/notices/answered": "operators only",
  "operator/workspaces/:id": "operators only",
  trust: "public, without data of workspaces",
  policies: "public",
  "policies/:policy": "public",
  "*": "nothing there",
};
