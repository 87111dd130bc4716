import { expect, test } from "vitest";
import { findCommands } from "./find-commands";

const more = [{ label: "New page", to: "/w/demo/pages/new", words: "create landing" }];
const labels = (typed: string) => findCommands("/w/demo", more, typed).map(({ label }) => label);

test("everything there is to do is listed before a word is typed", () => {
  expect(labels("")).toEqual(expect.arrayContaining(["New page", "Go to Home", "Go to Settings"]));
});

test("words fit in any order, by other names and without accents", () => {
  expect(labels("landing NEW")[0]).toBe("New page");
  expect(labels("léads")[0]).toBe("Go to Leads");
});

test("a place that is closed to somebody is neither offered nor searched", () => {
  const found = findCommands("/w/demo", more, "a", ["campaigns"]);
  expect(found.map(({ to }) => to).filter((to) => to.includes("campaigns"))).toEqual([]);
  expect(found.map(({ to }) => to)).toContain("/w/demo/leads?q=a");
});

test("what is typed can be looked for in the lists, escaped in the address", () => {
  const found = findCommands("/w/demo", more, "a&b=c");
  expect(found.map(({ to }) => to)).toContain("/w/demo/leads?q=a%26b%3Dc");
});
