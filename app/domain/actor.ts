export type Role = "owner" | "admin" | "manager" | "member";

/** Who does something: named in every use case so that the audit log never guesses. */
export type Actor =
  | { kind: "member"; accountId: string; workspaceId: string; role: Role }
  | { kind: "account"; accountId: string }
  | { kind: "apiKey"; keyId: string; workspaceId: string; scopes: readonly string[] }
  | { kind: "visitor"; ip: string }
  | { kind: "staff"; accountId: string }
  | { kind: "system"; reason: string };

/** The id that the audit log keeps of an actor; empty where there is none. */
export function actorId(actor: Actor): string {
  switch (actor.kind) {
    case "member":
    case "account":
    case "staff":
      return actor.accountId;
    case "apiKey":
      return actor.keyId;
    default:
      return "";
  }
}
