import { describe, expect, it } from "vitest";
import { QueueFullError } from "~/lib/group-commit";
import { failureAnswer } from "./form-submissions-answers.server";

const told = (error: unknown): string =>
  failureAnswer({ accept: "text/html", contentType: "", acceptLanguage: "en" }, error)?.body ?? "";

describe("a form that could not be stored", () => {
  it("tells visitors that much arrives only when much arrives", () => {
    expect(told(new QueueFullError())).toContain("Too much is arriving just now");
    for (const code of ["DATABASE_LOCKED", "ECONNREFUSED"]) {
      const page = told(Object.assign(new Error("away"), { code }));
      expect(page).toContain("Something went wrong on our side");
      expect(page).toContain("Nothing was stored.");
      expect(page).not.toContain("Too much");
    }
  });
});
