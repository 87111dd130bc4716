import { expect, it } from "vitest";
import { namedProblem } from "./named-problem";

it.each([
  ["Your name", "Your name: Please fill in."],
  ["Your name:", "Your name: Please fill in."],
  ["Write to me about further evenings.", "Write to me about further evenings: Please fill in."],
  ["How do you come?", "How do you come? Please fill in."],
  ["كيف تأتي؟", "كيف تأتي؟ Please fill in."],
  ["連絡を受け取る。", "連絡を受け取る: Please fill in."],
  ["...", ": Please fill in."],
  [" ", "Please fill in."],
])("a field called %j is named with its problem as %j", (label, line) => {
  expect(namedProblem(label, "Please fill in.")).toBe(line);
});
