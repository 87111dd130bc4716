/**
 * The one place where a table is described: its columns for TypeScript and for the data map.
 * Migrations are frozen literals; `check-data-map` compares a migrated database with these definitions.
 */

/** tenant: keys start with workspace_id. platform: shared by the instance. queue: work, indexed by (shard, run_at). */
export type Scope = "tenant" | "platform" | "queue";

export type LegalBasis =
  | "contract"
  | "consent"
  | "legal_obligation"
  | "legitimate_interest"
  | "controller_instruction"
  | "none_personal";

/** Retention classes; `retention-period` of the termination context says how long each is kept. */
export type RetentionClass =
  | "account"
  | "workspace"
  | "leads"
  | "submissions"
  | "uploads"
  | "marketing"
  | "visits"
  | "messages"
  | "support"
  | "proof"
  | "billing"
  | "security"
  | "work"
  | "forever";

export type ColumnType = "id" | "ascii" | "text" | "long" | "ms" | "int" | "bool" | "blob";

export interface ColumnSpec {
  type: ColumnType;
  length?: number;
  nullable: boolean;
  /** Holds or points at something about a person; blanked when the row is anonymised. */
  personal: boolean;
  /** Never exported, never logged; encrypted at rest where it is a credential. */
  secret: boolean;
  /** JSON stored as text. */
  json: boolean;
}

export class Column<T> {
  declare readonly value: T;
  constructor(readonly spec: ColumnSpec) {}
  nullable(): Column<T | null> {
    return new Column({ ...this.spec, nullable: true });
  }
  personal(): Column<T> {
    return new Column({ ...this.spec, personal: true });
  }
  secret(): Column<T> {
    return new Column({ ...this.spec, secret: true });
  }
}

const column = <T>(type: ColumnType, length?: number, json = false) =>
  new Column<T>({ type, length, nullable: false, personal: false, secret: false, json });

export const c = {
  /** ULID, 26 ASCII characters. */
  id: () => column<string>("id"),
  /** Bytewise compared ASCII: slugs, hashes, states, codes. */
  ascii: (length: number) => column<string>("ascii", length),
  text: (length: number) => column<string>("text", length),
  long: () => column<string>("long"),
  json: () => column<string>("long", undefined, true),
  /** Epoch milliseconds, UTC. */
  ms: () => column<number>("ms"),
  int: () => column<number>("int"),
  /** 0 or 1. */
  bool: () => column<number>("bool"),
  blob: () => column<Buffer>("blob"),
};

export interface SubjectLink {
  /** What the column names: a lead id, an account id, or a keyed address hash. */
  kind: "lead" | "account" | "address";
  column: string;
  /** What erasing the person does to the row. keep needs a reason. */
  erase: "delete" | "anonymise" | "keep";
  reason?: string;
}

export interface TableSpec {
  scope: Scope;
  purpose: string;
  basis: LegalBasis;
  retention: RetentionClass;
  /** Part of the archive a customer takes along. */
  exported: boolean;
  subject?: SubjectLink;
  // biome-ignore lint/suspicious/noExplicitAny: the value type of each column differs
  columns: Record<string, Column<any>>;
  primaryKey: readonly string[];
  unique?: readonly (readonly string[])[];
  index?: readonly (readonly string[])[];
}

export interface ContextTables<T extends Record<string, TableSpec> = Record<string, TableSpec>> {
  context: string;
  tables: T;
}

export function defineTables<const T extends Record<string, TableSpec>>(
  context: string,
  tables: T,
): ContextTables<T> {
  return { context, tables };
}

export type RowOf<T extends TableSpec> = {
  [K in keyof T["columns"]]: T["columns"][K] extends Column<infer V> ? V : never;
};

export type TablesOf<C extends ContextTables> = {
  [K in keyof C["tables"]]: RowOf<C["tables"][K]>;
};
