import { RadioGroup } from "~/components/ui/radio-group";
import { TextField } from "~/components/ui/text-field";
import type { ExperimentMode } from "~/domain/experiments/experiment";

interface Props {
  name?: string;
  mode: ExperimentMode;
  /** Both in percent. */
  baseline: number;
  effect: number;
}

/** What is tried out, and how it is judged. */
export function PlanFields({ name, mode, baseline, effect }: Props) {
  return (
    <>
      <TextField
        name="name"
        label="What is tried out"
        hint="Such as: shorter form, other heading."
        defaultValue={name}
        required
      />
      <RadioGroup
        name="mode"
        legend="How it is judged"
        framed
        required
        defaultValue={mode}
        options={[
          {
            value: "sequential",
            label: "Sequential",
            hint: "Look as often as you like and stop when something is proven. Needs somewhat more visitors.",
          },
          {
            value: "fixed",
            label: "Fixed horizon",
            hint: "The number of visitors is computed first; the result is told once, when they have come.",
          },
        ]}
      />
      <TextField
        name="baseline"
        label="Conversion now"
        hint="Of a hundred visitors, how many become leads. The page's report says it."
        inputMode="decimal"
        suffix="%"
        defaultValue={String(baseline)}
        required
      />
      <TextField
        name="effect"
        label="Smallest change worth finding"
        hint="Relative: 20 % of a conversion of 5 % is one point, from 5 % to 6 %."
        inputMode="numeric"
        suffix="%"
        defaultValue={String(effect)}
        required
      />
    </>
  );
}
