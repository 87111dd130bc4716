import { renderToStaticMarkup as html } from "react-dom/server";
import { expect, test } from "vitest";
import { FailingWords } from "./webhook-badges";

test("an endpoint that takes nothing is told to be switched off only while it is on", () => {
  const words = (state: "enabled" | "disabled") =>
    html(<FailingWords state={state} since={Date.parse("2026-03-04T09:00:00Z")} zone="UTC" />);
  expect(words("enabled")).toMatch(/since .*4 Mar 2026, 09:00.*After five days it is switched off/);
  expect(words("disabled")).toMatch(/Nothing is sent to it.* since .*4 Mar 2026, 09:00/);
  expect(words("disabled")).not.toContain("five days");
});
