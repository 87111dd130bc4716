import type { Component } from "grapesjs";
import { countryCodes, namedCountries, phoneRules } from "../document/countries";
import { attribute, setAttribute } from "./component-parts";
import { el, iconButton } from "./dom";
import type { Setting } from "./setting";

const named = (codes: readonly string[]) => namedCountries(codes, "en");

const rulesOf = (control: Component) => phoneRules((name) => control.getAttributes()[name]);

const regionHere = (): string => new Intl.Locale(navigator.language).maximize().region ?? "";

/** The countries of a field, one below the other, and a list to add to them. */
function countriesPart(control: Component): HTMLElement {
  const holder = el("div", { className: "fe-countries", role: "group", aria: { label: "Countries" } });
  const told = el("p", { className: "visually-hidden", role: "status" });
  const chosen = () => rulesOf(control).countries ?? [];
  const set = (codes: readonly string[], words: string) => {
    setAttribute(control, "data-countries", codes.join(" "));
    draw();
    told.textContent = words;
    holder.querySelector("select")?.focus();
  };
  function draw(): void {
    const codes = chosen();
    const add = el(
      "select",
      { aria: { label: "Add a country" } },
      el("option", { value: "" }, "Add a country"),
    );
    for (const { code, label } of named(countryCodes.filter((code) => !codes.includes(code))))
      add.append(el("option", { value: code }, label));
    add.addEventListener("change", () =>
      set([...codes, add.value], `${add.selectedOptions[0]?.textContent} was added.`),
    );
    const rows = named(codes).map(({ code, label }) => {
      const remove = iconButton("remove", `Remove: ${label}`, () =>
        set(
          codes.filter((one) => one !== code),
          `${label} was removed.`,
        ),
      );
      remove.disabled = codes.length === 1;
      return el("li", { className: "fe-field" }, el("div", {}, label), remove);
    });
    holder.replaceChildren(el("ul", { className: "fe-field-list" }, ...rows), add, told);
  }
  draw();
  return holder;
}

/** Which countries a telephone field offers, and whose numbers may be written without their code. */
export function phoneSettings(control: Component): Setting[] {
  const { countries } = rulesOf(control);
  const kind = !countries ? "" : countries.length === countryCodes.length ? "all" : "some";
  const first = () => attribute(control, "data-country").toUpperCase() || regionHere();
  return [
    {
      kind: "choice",
      label: "List of countries beside it",
      redraws: true,
      options: [
        ["", "No list"],
        ["all", "All countries"],
        ["some", "Some countries"],
      ],
      get: () => kind,
      set: (value) => setAttribute(control, "data-countries", value === "some" ? first() : value),
    },
    ...(kind === "some"
      ? [{ kind: "part", label: "Countries", render: () => countriesPart(control) } satisfies Setting]
      : []),
    {
      kind: "choice",
      label: countries ? "Chosen at first" : "Numbers without + are of",
      options: [
        ["", countries ? "None" : "No country: they need a +"],
        ...named(countries ?? countryCodes).map(({ code, label }): [string, string] => [code, label]),
      ],
      get: () => rulesOf(control).country ?? "",
      set: (value) => setAttribute(control, "data-country", value),
    },
  ];
}
