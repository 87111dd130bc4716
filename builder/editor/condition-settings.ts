import type { Component } from "grapesjs";
import { attribute, setAttribute } from "./component-parts";
import { choicesOf, type FormField, fieldsOf, formAround } from "./form-fields";
import type { Setting } from "./setting";

type Effect = "show" | "require";

type Test = [is: string, words: string];

const answered: Test[] = [
  ["filled", "has an answer"],
  ["empty", "has no answer"],
];
const ticked: Test[] = [
  ["filled", "is ticked"],
  ["empty", "is not ticked"],
];
const among: Test[] = [
  ["one_of", "is one of"],
  ["none_of", "is none of"],
];
const days: Test[] = [
  ["at_least", "is this day or later"],
  ["at_most", "is this day or earlier"],
];
const figures: Test[] = [
  ["at_least", "is at least"],
  ["at_most", "is at most"],
];

/** What can be asked of the answers to a question. */
function testsOf(source: FormField | undefined): Test[] {
  if (!source) return [...answered, ...among, ...figures];
  if (source.kind === "checkbox" && source.controls.length === 1) return ticked;
  if (source.kind === "file") return answered;
  if (source.kind === "date") return [...answered, ...days];
  return source.kind === "number" ? [...answered, ...figures, ...among] : [...answered, ...among];
}

const linesOf = (component: Component, name: string): string[] =>
  attribute(component, name)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);

function valueSettings(
  component: Component,
  mark: string,
  source: FormField | undefined,
  test: string,
): Setting[] {
  const offered = source ? choicesOf(source) : [];
  const values = linesOf(component, mark);
  const set = (next: string[]) => setAttribute(component, mark, next.join("\n"));
  if (offered.length > 0 && (test === "one_of" || test === "none_of"))
    return offered.map(({ value, label }) => ({
      kind: "tick",
      label: label || value,
      get: () => linesOf(component, mark).includes(value),
      set: (on) =>
        set(
          on
            ? [...new Set([...linesOf(component, mark), value])]
            : linesOf(component, mark).filter((one) => one !== value),
        ),
    }));
  const isBound = test === "at_least" || test === "at_most";
  if (isBound && (source?.kind === "date" || source?.kind === "number"))
    return [
      {
        kind: source.kind,
        ...(source.kind === "date" ? { label: "Day" } : { label: "Number", step: "any" as const }),
        get: () => values[0] ?? "",
        set: (value: string) => set(value ? [value] : []),
      },
    ];
  return [
    {
      kind: "long",
      label: isBound ? "Number or day" : "These words, one a line",
      get: () => values.join("\n"),
      set: (text) =>
        set(
          text
            .split("\n")
            .map((line) => line.trim())
            .filter(Boolean),
        ),
    },
  ];
}

/** When a part of a form is shown, or must be filled in: by the answer to a question before it. */
export function conditionSettings(component: Component, effect: Effect): Setting[] {
  const form = formAround(component);
  if (!form) return [];
  const fields = fieldsOf(form);
  const own = fields.findIndex((field) => field.box === component || field.controls.includes(component));
  const inside = fields.findIndex((field) => field.box.parent() === component);
  const end = own >= 0 ? own : inside >= 0 ? inside : fields.length;
  const earlier = fields.slice(0, end);
  const mark = (name: string) => `data-${effect}-${name}`;
  const chosen = attribute(component, mark("field"));
  if (earlier.length === 0 && !chosen) return [];
  const test = attribute(component, mark("is")) || "filled";
  const needsValue = test !== "filled" && test !== "empty";
  const source = earlier.find(({ name }) => name === chosen);
  const tests = testsOf(source);
  const isStrange = !tests.some(([is]) => is === test);
  const clear = () => component.removeAttributes([mark("field"), mark("is"), mark("value")]);
  return [
    {
      kind: "choice",
      label: effect === "show" ? "Show only when" : "Must be filled in when",
      redraws: true,
      options: [
        ["", effect === "show" ? "Always shown" : "No condition"],
        ...earlier.map(({ name, label }): [string, string] => [name, label]),
        ...(chosen && !earlier.some(({ name }) => name === chosen)
          ? [[chosen, `${chosen} (does not come before)`] as [string, string]]
          : []),
      ],
      get: () => chosen,
      set: (name) => {
        const fits = testsOf(earlier.find((field) => field.name === name)).some(([is]) => is === test);
        clear();
        if (name) component.addAttributes({ [mark("field")]: name, [mark("is")]: fits ? test : "filled" });
      },
    },
    ...(chosen
      ? [
          {
            kind: "choice",
            label: "Its answer",
            redraws: true,
            options: isStrange ? [...tests, ...testsOf(undefined).filter(([is]) => is === test)] : tests,
            get: () => test,
            set: (value: string) => setAttribute(component, mark("is"), value),
          } satisfies Setting,
          ...(needsValue ? valueSettings(component, mark("value"), source, test) : []),
        ]
      : []),
  ];
}
