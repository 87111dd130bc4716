import type { PrivacyNotice } from "~builder/document/privacy-notice";
import { type PrivacySettings, retentionWords } from "./privacy-settings";

/** What visitors are told at every form, as far as the settings say it. */
export function privacyNoticeOf(settings: PrivacySettings): PrivacyNotice {
  const { controller, contact, postalAddress, purposes, text } = settings;
  return {
    ...{ controller, contact, postalAddress, purposes, text },
    retention: retentionWords(settings),
    rightsUrl: `mailto:${contact}`,
  };
}
