import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import type { Workspace } from "../workspaces/workspace";
import { judgePublication } from "./judge-publication.server";

const workspace = {
  minimumAge: 16,
  privacySettings: {
    controller: "C",
    contact: "c@example.org",
    postalAddress: "1 Quay Street",
    purposes: ["p"],
    retentionMonths: 12,
    retentionText: "",
    text: "",
  },
} as unknown as Workspace;

const judge = (form: string) =>
  judgePublication(workspace, "en", htmlToPageDocument({ html: `<form>${form}</form>` }).document)
    .filter(({ rule }) => rule === "children.age")
    .map(({ severity }) => severity);
const ages = (...labels: string[]) =>
  `<label>Age <select name="age">${labels.map((label) => `<option>${label}</option>`).join("")}</select></label>`;

describe("[forms.children] a form that asks for the age", () => {
  it("is told of ages that would be refused, and stopped when it has no others", () => {
    expect(judge(ages("16-25", "26 and more"))).toEqual([]);
    expect(judge(ages("12-15", "16-25"))).toEqual(["warn"]);
    expect(judge(ages("6-9", "10-12"))).toEqual(["block"]);
    expect(judge('<label>Age <input type="number" name="age" max="12"></label>')).toEqual(["block"]);
    expect(judge('<label>Guests <input type="number" name="guests" max="12"></label>')).toEqual([]);
  });
});
