import { expect, it } from "vitest";
import { showSteps } from "./lib/show-steps.mjs";

const screen = (isTTY: boolean) => {
  const shown: string[] = [];
  return { isTTY, columns: 40, write: (text: string) => shown.push(text), shown };
};

it("a terminal shows steps of one kind in one line, and the next kind below it", () => {
  const out = screen(true);
  const steps = showSteps(out);
  for (const what of ["Preparing: 1/2 a", "Preparing: 2/2 b", "Making the demo workspace"]) steps.step(what);
  steps.end();
  expect(out.shown.join("")).toBe(
    "\r\u001b[2KPreparing: 1/2 a\r\u001b[2KPreparing: 2/2 b\n\r\u001b[2KMaking the demo workspace\n",
  );
});

it("a log gets a line a second, not one for each step", () => {
  const out = screen(false);
  let now = 0;
  const steps = showSteps(out, () => now);
  for (const number of [1, 2, 3, 4, 5]) {
    steps.step(`Preparing: ${number}/5`);
    now += 400;
  }
  steps.end();
  expect(out.shown).toEqual(["Preparing: 1/5\n", "Preparing: 4/5\n"]);
});
