import { listLinks, listTexts } from "~builder/document/document-contents";
import { listForms } from "~builder/document/document-forms";
import type { PageDocument } from "~builder/document/page-document";
import { listWordsAtFields } from "~builder/document/words-at-fields";
import { listWordsInStyles } from "~builder/document/words-in-styles";
import { type Finding, sortFindings } from "../acceptable-use/finding";
import { judgePage } from "../acceptable-use/judge-page";
import { ageFieldKind, ageFrom } from "../leads/person-age";
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

/** A form must not be made for people who would be refused. */
function ageFindings({ minimumAge }: Workspace, forms: ReturnType<typeof listForms>): Finding[] {
  return forms.flatMap((form) =>
    form.fields.flatMap((field): Finding[] => {
      const kind = ageFieldKind(field);
      if (!kind) return [];
      const tooYoung = (field.options ?? []).filter(({ value, label }) => {
        const age = ageFrom("age", label, 0) ?? ageFrom("age", value, 0);
        return kind === "age" && age !== undefined && age < minimumAge;
      });
      const onlyYoung = kind === "age" && field.max !== undefined && Number(field.max) < minimumAge;
      if (tooYoung.length === 0 && !onlyYoung) return [];
      const all = onlyYoung || tooYoung.length === field.options?.length;
      return [
        {
          rule: "children.age",
          severity: all ? "block" : "warn",
          message: `The field “${field.label}” offers ages under ${minimumAge}. Whoever chooses one is refused, and nothing of theirs is stored.`,
          evidence:
            `Form “${form.name}”: ${onlyYoung ? `at most ${field.max}` : tooYoung.map(({ label }) => label).join(", ")}`.slice(
              0,
              500,
            ),
          remedy: "Take these ages away. Forms for children are not possible here.",
        },
      ];
    }),
  );
}

/** Everything that speaks for or against making this document public. */
export function judgePublication(workspace: Workspace, language: string, document: PageDocument): Finding[] {
  const forms = listForms(document);
  const findings = judgePage({
    forms,
    wordsAtFields: listWordsAtFields(document),
    wordsInStyles: listWordsInStyles(document),
    texts: listTexts(document),
    links: listLinks(document),
    language,
  });
  return sortFindings([...findings, ...noticeFindings(workspace, forms), ...ageFindings(workspace, forms)]);
}
