import { expect, it } from "vitest";
import { segmentSchema } from "./segment";

it.each(["field", "consent", "form", "page", "date", "origin"])(
  "says in words what an unfinished rule about %s lacks",
  (kind) => {
    const { error } = segmentSchema.safeParse({
      name: "Regulars",
      filter: { match: "all", rules: [{ kind }] },
    });
    const messages = error?.issues.map(({ message }) => message) ?? [];
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message).toMatch(/^(Name|Choose|Give|Say) .*\.$/);
  },
);
