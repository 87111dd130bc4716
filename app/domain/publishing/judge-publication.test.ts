import { describe, expect, it } from "vitest";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { templates } from "~builder/templates/templates";
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

describe("[forms.sensitive] [aup.check] a form that asks in pieces, or beside itself", () => {
  const found = (html: string, css = "") =>
    judgePublication(workspace, "en", htmlToPageDocument({ html, css }).document)
      .filter(({ rule }) => rule.startsWith("sensitive."))
      .map(({ severity, rule }) => `${severity} ${rule}`);
  const form = (inside: string) =>
    `<form><label>E-mail <input type=email name=email></label>${inside}<button>Send</button></form>`;

  it.each([
    [
      "behind a second box with the name of the first",
      form("<label>Name <input name=a></label><label>Card number <input name=a></label>"),
      "payment-card",
    ],
    [
      "by a label of nothing",
      form('<label for=x>Card number</label><input name=a aria-label="Answer">'),
      "payment-card",
    ],
    [
      "by the label of a hidden field",
      form("<label for=h>Password</label><input type=hidden id=h name=h><input name=a placeholder=Answer>"),
      "password",
    ],
    [
      "by what stands in the box",
      form('<label>Answer <input name=a value="Your card number"></label>'),
      "payment-card",
    ],
    [
      "by what appears over it",
      form('<label>Answer <input name=a title="Your password"></label>'),
      "password",
    ],
    [
      "by a heading that the label goes on from",
      form("<fieldset><legend>Your card</legend><label>Number <input name=a></label></fieldset>"),
      "payment-card",
    ],
    [
      "by the words of a picture",
      form('<img src="/_files/x/480.webp" alt="Card number"><input name=a>'),
      "payment-card",
    ],
    [
      "above the form, outright",
      '<p>Enter the sixteen digits on the front of your plastic.</p><form><input name=a aria-label="Answer"></form>',
      "payment-card",
    ],
    [
      "above the form, as its label",
      "<p>Welcome.</p><p>Your password:</p><form><input name=a></form>",
      "password",
    ],
    [
      "by a choice that says what to write next",
      form(
        "<label>Help <select name=s><option>Enter your card number below</option></select></label><label>Answer <input name=a></label>",
      ),
      "payment-card",
    ],
    [
      "only in a placeholder",
      form('<input name=a placeholder="The secret word you sign in with">'),
      "password",
    ],
  ])("is refused: %s", (_, html, topic) => {
    expect(found(html)).toContain(`block sensitive.${topic}`);
  });

  it("is refused when only its style sheet asks", () => {
    const html = form("<label class=q>Answer <input name=a></label>");
    expect(found(html, `.q::before{content:"Your card number"}`)).toEqual(["block sensitive.payment-card"]);
    expect(found("<p class=q>Hello</p>", `.q::before{content:"Your card number"}`)).toEqual([]);
  });

  it("is let through in every template", () => {
    const flagged = templates.filter(({ document }) =>
      judgePublication(workspace, "en", document).some(({ rule }) => rule.startsWith("sensitive.")),
    );
    expect(flagged.map(({ id }) => id)).toEqual([]);
  });

  it("is looked at twice when two fields together ask", () => {
    expect(found(form("<label>Card <input name=a></label><label>Number <input name=b></label>"))).toEqual([
      "warn sensitive.payment-card",
    ]);
  });

  it.each([
    [
      "<h1>Credit cards without fees</h1><p>We compare them for you.</p>",
      "<label>Name <input name=name></label>",
    ],
    ["<h1>Living with diabetes</h1>", "<input name=name>"],
    ["<p>Forgot your password? Sign in on our site.</p>", "<label>Name <input name=name></label>"],
    [
      "",
      "<label>Reason <select name=r><option>I lost my credit card<option>Other</select></label><label>Details <textarea name=d></textarea></label>",
    ],
    ["", "<label>Gift card <input name=a></label><label>Number <input name=b></label>"],
    ["", "<label>Country <input name=c value=Germany title='Where you live'></label>"],
  ])("is let through: %s %s", (above, inside) => {
    expect(found(`${above}<form>${inside}</form>`)).toEqual([]);
  });
});
