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

const sensitive = (form: string) =>
  judgePublication(workspace, "en", htmlToPageDocument({ html: `<form>${form}</form>` }).document)
    .filter(({ rule }) => rule.startsWith("sensitive."))
    .map(({ severity, rule }) => `${severity} ${rule}`);

describe("[forms.sensitive] [aup.check] a form whose words stand beside its fields", () => {
  it.each([
    ["a paragraph before it", "<p>Card number</p><input name=a>", "payment-card"],
    ["bare text", "Card number <input name=a>", "payment-card"],
    ["a cell of a table", "<table><tr><td>Password</td><td><input name=a></td></tr></table>", "password"],
    ["a heading", "<h3>Your diagnosis</h3><div><textarea name=a></textarea></div>", "health"],
    [
      "a question over choices",
      "<p>Ethnic origin</p><label><input type=radio name=a value=x> X</label>",
      "ethnicity",
    ],
    ["part of a word in bold", "Pass<b>word</b> <input name=a>", "password"],
  ])("is refused for %s", (_, form, topic) => {
    expect(sensitive(`<label>E-mail <input type=email name=email></label>${form}`)).toEqual([
      `block sensitive.${topic}`,
    ]);
  });

  it("is only looked at twice when the field has a label of its own", () => {
    expect(sensitive("<p>We never ask for your password.</p><label>Name <input name=name></label>")).toEqual([
      "warn sensitive.password",
    ]);
  });

  it("passes when the words say what it is for, or forbid nothing", () => {
    expect(sensitive("<h2>No credit card required</h2><p>Your name</p><input name=name>")).toEqual([]);
    expect(
      sensitive("<p>Reset your password</p><label>E-mail <input type=email name=email></label>"),
    ).toEqual([]);
  });
});
