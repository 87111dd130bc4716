import { expect, it } from "vitest";
import type { AuditEntry } from "~/domain/audit/audit-entry";
import { shownActivity } from "./shown-activity";

const entry: AuditEntry = {
  id: "01K0000000000000000000000A",
  at: 1,
  actorKind: "member",
  actorId: "01K0000000000000000000000B",
  action: "member:change-role",
  targetKind: "account",
  targetId: "01K0000000000000000000000C",
  detail: undefined,
  sequence: 1,
};
const names = new Map([[entry.actorId, "Ada"]]);
const shown = (changes: Partial<AuditEntry>) =>
  shownActivity([{ ...entry, ...changes }], names, "/w/quay")[0];

it("says in words who did what", () => {
  expect(shown({})).toMatchObject({ who: "Ada", what: "Member: change role", detail: "", to: undefined });
  expect(shown({ detail: { role: "admin", changes: ["a"], note: "" } })?.detail).toBe("role: admin");
  expect(shown({ detail: { fromEmail: "a@b.example", at: 0 } })?.detail).toBe(
    "from email: a@b.example, at: 1970-01-01 00:00 UTC",
  );
  expect(shown({ action: "api-key:create" })?.what).toBe("API key: create");
  expect(shown({ detail: { reason: "x".repeat(500) } })?.detail).toHaveLength(160);
});

it("leads to pages, leads and campaigns", () => {
  const to = shown({ action: "page:publish", targetKind: "page" })?.to;
  expect(to).toMatch(/^\/w\/quay\/pages\/\w+_01K0000000000000000000000C$/);
});

it("names whoever is not a member any more, and never the operator's person", () => {
  expect(shown({ actorId: "01K0000000000000000000000D" })?.who).toBe("Somebody who left");
  expect(shown({ actorKind: "staff" })?.who).toBe("The operator");
  expect(shown({ actorKind: "system", actorId: "" })?.who).toBe("Foyer itself");
});
