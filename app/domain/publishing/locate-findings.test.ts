import { describe, expect, it } from "vitest";
import { listForms } from "~builder/document/document-forms";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { judgePage } from "../acceptable-use/judge-page";
import { locateFindings } from "./locate-findings";

const placesIn = (html: string) => {
  const { document } = htmlToPageDocument({ html });
  const forms = listForms(document);
  const findings = judgePage({ forms, texts: [], links: [], language: "en" });
  const places = locateFindings(findings, document, "en");
  return findings.map((finding) => [finding.rule, places.get(finding)]);
};

describe("the place of a finding", () => {
  it("is the field that asks for what may not be asked", () => {
    const field = '<label>Card number <input name="card" autocomplete="cc-number"></label>';
    expect(
      placesIn(`<h1>Shop</h1><form id="order"><label>Name <input name="name"></label>${field}</form>`),
    ).toEqual([["sensitive.payment-card", "1.1.1"]]);
  });

  it("is the form where it is the form as a whole", () => {
    expect(
      placesIn('<form id="door"><label>Name <input name="name"></label><button>Sign in</button></form>'),
    ).toEqual([["phishing.sign-in", "door"]]);
  });
});
