import type { PageDocument } from "~builder/document/page-document";
import { listQuotationUses } from "~builder/document/quotations";
import type { Finding } from "../acceptable-use/finding";
import { judgePage } from "../acceptable-use/judge-page";
import { mayStandOn, type Testimonial } from "../testimonials/testimonial";

export interface QuotationFinding {
  finding: Finding;
  /** Where in the document. */
  path: string;
}

const refusal = (rule: string, message: string, evidence: string, remedy: string): Finding => ({
  ...{ rule: `testimonial.${rule}`, severity: "block" as const, message, evidence, remedy },
});

const waiting: Record<Testimonial["state"], string> = {
  draft: "This person was not asked yet whether the words may be shown.",
  asked: "This person was asked, and has not answered yet.",
  agreed: "",
  declined: "This person did not agree to have the words shown.",
  withdrawn: "This person took the consent back.",
};

function judgeOne(one: Testimonial | undefined, siteId: string, language: string): Finding[] {
  if (!one)
    return [
      refusal(
        "missing",
        "A testimonial on this page names nobody, or was deleted.",
        "Testimonial without a person",
        "Choose a testimonial in its settings, or take the section off the page.",
      ),
    ];
  const { shown } = one;
  const evidence = `“${one.name}”`;
  if (!shown)
    return [
      refusal(
        "consent_missing",
        waiting[one.state],
        evidence,
        "Ask in Pages, Testimonials, and publish when the person has agreed. Or take the section off the page.",
      ),
    ];
  if (!mayStandOn(shown, siteId))
    return [
      refusal(
        "other_site",
        "This person agreed to be quoted on another site.",
        evidence,
        "Ask for this site in Pages, Testimonials, or take the section off the page.",
      ),
    ];
  const texts = [{ text: shown.words }, { text: `${shown.name} ${shown.role}` }];
  const earlier: Finding[] =
    one.state === "agreed"
      ? []
      : [
          {
            rule: "testimonial.earlier_words",
            severity: "warn",
            message: "The words were changed since this person agreed. Visitors see the earlier ones.",
            evidence,
            remedy: "Ask for the new words in Pages, Testimonials.",
          },
        ];
  return [...judgePage({ forms: [], texts, links: [], language }), ...earlier];
}

/** What the testimonials on a page say against publishing it: without the person's consent nothing is shown. */
export const judgeQuotations = (
  quotations: ReadonlyMap<string, Testimonial>,
  page: { document: PageDocument; siteId: string; language: string },
): QuotationFinding[] =>
  listQuotationUses(page.document).flatMap(({ id, path }) =>
    judgeOne(quotations.get(id), page.siteId, page.language).map((finding) => ({ finding, path })),
  );
