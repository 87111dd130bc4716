import { listLinks, listTexts } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import { type Finding, sortFindings } from "../acceptable-use/finding";
import { judgePage } from "../acceptable-use/judge-page";
import { missingPrivacySettings } from "../workspaces/privacy-settings";
import type { Workspace } from "../workspaces/workspace";

const settingNames: Record<string, string> = {
  controller: "who holds the data",
  contact: "a contact address",
  postalAddress: "the postal address",
  purposes: "what the data is used for",
};

/** A form may be public only with the notice that the workspace's settings make. */
function noticeFindings(workspace: Workspace, forms: ReturnType<typeof listForms>): Finding[] {
  const missing = missingPrivacySettings(workspace.privacySettings);
  if (forms.length === 0 || missing.length === 0) return [];
  return [
    {
      rule: "privacy_notice_missing",
      severity: "block",
      message: "This page has a form, and the privacy notice shown at it cannot be made yet.",
      evidence: `Missing: ${missing.map((name) => settingNames[name] ?? name).join(", ")}`,
      remedy: "Fill in Settings, Privacy notice, then publish again.",
    },
  ];
}

/** Everything that speaks for or against making this document public. */
export function judgePublication(workspace: Workspace, language: string, document: PageDocument): Finding[] {
  const forms = listForms(document);
  const findings = judgePage({ forms, texts: listTexts(document), links: listLinks(document), language });
  return sortFindings([...findings, ...noticeFindings(workspace, forms)]);
}
