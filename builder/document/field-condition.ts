import type { FieldCondition } from "./form-definition";

const folded = (text: string): string => text.trim().toLowerCase();

const compared = (value: string, limit: string): number => {
  const [a, b] = [Number(value.replace(",", ".")), Number(limit.replace(",", "."))];
  if (!Number.isNaN(a) && !Number.isNaN(b)) return a - b;
  return value < limit ? -1 : value > limit ? 1 : 0;
};

/** Whether a condition holds for what was chosen or typed; the visitor script and the server decide by this alone. */
export function conditionHolds({ is, values }: FieldCondition, given: readonly string[]): boolean {
  const filled = given.map(folded).filter((value) => value !== "");
  const wanted = values.map(folded);
  switch (is) {
    case "filled":
      return filled.length > 0;
    case "empty":
      return filled.length === 0;
    case "one_of":
      return filled.some((value) => wanted.includes(value));
    case "none_of":
      return !filled.some((value) => wanted.includes(value));
    case "at_least":
      return filled.some((value) => compared(value, wanted[0] ?? "") >= 0);
    case "at_most":
      return filled.some((value) => compared(value, wanted[0] ?? "") <= 0);
  }
}

const tests: readonly string[] = ["filled", "empty", "one_of", "none_of", "at_least", "at_most"];

/** The condition that attributes of an element state: data-show-field, data-show-is, data-show-value (one a line). */
export function readCondition(
  attribute: (name: string) => string | null | undefined,
  effect: "show" | "require",
): FieldCondition | undefined {
  const field = attribute(`data-${effect}-field`)?.trim();
  if (!field) return undefined;
  const written = attribute(`data-${effect}-is`)?.trim() ?? "";
  const is = (tests.includes(written) ? written : "filled") as FieldCondition["is"];
  const values = (attribute(`data-${effect}-value`) ?? "")
    .split("\n")
    .map((value) => value.trim())
    .filter(Boolean);
  if (is !== "filled" && is !== "empty" && values.length === 0) return undefined;
  return { field, is, values };
}
