import type { PolicyVersion } from "../policy";
import { acceptableUseText } from "./acceptable-use";
import { privacyText } from "./privacy";
import { termsText } from "./terms";

/** The texts this release brings along. A changed text is a new version; published ones are never edited. */
export const policyTexts: readonly Omit<PolicyVersion, "publishedAt">[] = [
  {
    policy: "acceptable-use",
    version: 1,
    title: "Acceptable use policy",
    body: acceptableUseText,
    material: true,
  },
  { policy: "terms", version: 1, title: "Terms of service", body: termsText, material: true },
  { policy: "privacy", version: 1, title: "Privacy policy", body: privacyText, material: true },
];
