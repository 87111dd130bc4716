import type { ReactNode } from "react";
import { renderToStaticMarkup as html } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { Badge } from "./badge";
import { Button } from "./button";
import { CheckboxField } from "./checkbox-field";
import { DataTable } from "./data-table";
import { FormContext } from "./form-context";
import { FormErrors } from "./form-errors";
import type { FormState } from "./form-state";
import { Progress } from "./progress";
import { RadioGroup } from "./radio-group";
import { SelectField } from "./select-field";
import { SubmitButton } from "./submit-button";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";

const inForm = (state: FormState, fields: ReactNode, pending = false) =>
  html(<FormContext.Provider value={{ id: "form", state, pending }}>{fields}</FormContext.Provider>);

describe("a field", () => {
  test("binds its label, hint and error to the input and keeps what was typed", () => {
    const state = { values: { email: "mara@" }, errors: { email: "Enter a whole address." } };
    const markup = inForm(state, <TextField name="email" label="Address" hint="Work address" />);
    expect(markup).toContain('<label class="field-label" for="form-email">Address</label>');
    expect(markup).toContain('aria-invalid="true"');
    expect(markup).toContain('aria-describedby="form-email-hint form-email-error"');
    expect(markup).toContain('id="form-email-error"');
    expect(markup).toContain('value="mara@"');
  });

  test("escapes what was typed", () => {
    const state = { values: { name: '"><script>alert(1)</script>', words: "</textarea><script>" } };
    const markup = inForm(
      state,
      <>
        <TextField name="name" label="Name" />
        <TextArea name="words" label="Words" />
      </>,
    );
    expect(markup).not.toContain("<script>");
  });

  test("keeps choices, and an unticked box unticked where it was ticked at first", () => {
    const state = { values: { plan: "b", zone: "UTC" } };
    const options = [
      { value: "a", label: "A" },
      { value: "b", label: "B" },
    ];
    const markup = inForm(
      state,
      <>
        <RadioGroup name="plan" legend="Plan" options={options} defaultValue="a" />
        <SelectField name="zone" label="Zone" options={[{ value: "UTC", label: "UTC" }]} />
        <CheckboxField name="news" label="News" defaultChecked />
      </>,
    );
    expect(markup).toMatch(/<input[^>]*checked=""[^>]*value="b"/);
    expect(markup).not.toMatch(/<input[^>]*checked=""[^>]*value="a"/);
    expect(markup).toContain('<option value="UTC" selected="">');
    expect(markup).not.toMatch(/<input[^>]*name="news"[^>]*checked/);
    expect(markup).toContain("<legend");
  });
});

describe("the summary of a form", () => {
  test("leads to each field in error and is read out once, by the focus it takes", () => {
    const markup = inForm({ errors: { email: "Enter an address." } }, <FormErrors />);
    expect(markup).not.toContain('role="alert"');
    const [, title, list] =
      /role="group" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"/.exec(markup) ?? [];
    expect(markup).toMatch(new RegExp(`id="${title}">Not saved yet.*<ul id="${list}"><li>`));
    expect(markup).toContain('<a href="#form-email">Enter an address.</a>');
  });

  test("says one thing once, and leads from it to its field", () => {
    const said = "This address is taken.";
    const once = inForm({ errors: { url: said }, message: said }, <FormErrors />);
    expect(once.split(said)).toHaveLength(2);
    expect(once).toContain(`<a href="#form-url">${said}</a>`);
    const both = { url: said, name: "Give a name." };
    expect(inForm({ errors: both, message: said }, <FormErrors />).split(said)).toHaveLength(2);
    const two = inForm({ errors: both, message: "Look again." }, <FormErrors />);
    for (const words of ["Look again.", said, "Give a name."]) expect(two).toContain(words);
  });

  test("is absent while nothing is wrong", () => {
    expect(inForm({ values: { a: "b" } }, <FormErrors />)).toBe("");
  });
});

describe("a button", () => {
  test("sends nothing unless it is made to", () => {
    expect(html(<Button>Look</Button>)).toContain('type="button"');
  });

  test("keeps the focus and says so while its form is being sent", () => {
    const markup = inForm({}, <SubmitButton pendingLabel="Saving">Save</SubmitButton>, true);
    expect(markup).toContain('aria-disabled="true"');
    expect(markup).toContain('aria-busy="true"');
    expect(markup).toContain("Saving");
    expect(markup).not.toContain(" disabled");
  });
});

test("a state is a word with an icon, not only a colour", () => {
  const markup = html(<Badge tone="bad">Failed</Badge>);
  expect(markup).toContain("<svg");
  expect(markup).toContain("Failed");
});

test("progress is told in numbers and named", () => {
  const markup = html(<Progress label="Sending" done={1204} total={3204} noun="messages" />);
  expect(markup).toContain('aria-valuetext="1,204 of 3,204 messages"');
  expect(markup).toContain('max="3204"');
  expect(markup).toContain("aria-labelledby");
});

test("a table has a caption, heads, a head for each row, and labels for the cards of a phone", () => {
  const markup = html(
    <DataTable
      caption="Leads"
      rows={[{ id: "1", name: "Mara", views: 3 }]}
      rowKey={(row) => row.id}
      select={{ name: "id", form: "bulk", label: (row) => `Choose ${row.name}` }}
      columns={[
        { key: "name", header: "Name", primary: true, cell: (row) => row.name },
        { key: "views", header: "Views", align: "end", cell: (row) => row.views },
      ]}
    />,
  );
  expect(markup).toContain(">Leads</caption>");
  expect(markup).toContain('<th scope="row" class="table-primary">Mara</th>');
  expect(markup).toContain('data-label="Views"');
  expect(markup).toMatch(/<input[^>]*form="bulk"[^>]*aria-label="Choose Mara"/);
});
