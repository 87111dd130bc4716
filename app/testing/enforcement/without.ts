import {
  type BinaryOperationNode,
  type KyselyPlugin,
  type OperationNode,
  OperationNodeTransformer,
  sql,
  WhereNode,
} from "kysely";
import type { Gate, GateName } from "~/domain/mail/gate";
import { createTransact } from "~db/dialects/sql/transact";
import type { TestDeps } from "../db/test-deps";

/** The gates with one of them letting everything through. */
export const withoutGate = (gates: readonly Gate[], name: GateName): Gate[] =>
  gates.map((gate) =>
    gate.name === name
      ? { name, decide: async (_tx, messages) => messages.map(() => "allow" as const) }
      : gate,
  );

const keepResult: KyselyPlugin["transformResult"] = async ({ result }) => result;
const never = () => sql`1 = 0`.toOperationNode();

const names = (node: OperationNode | undefined, table: string): boolean =>
  node !== undefined && new RegExp(`"kind":"TableNode".*"name":"${table}"`).test(JSON.stringify(node));

/** A database that takes new rows of a table and keeps none of them. */
export const forgetting = (table: string): KyselyPlugin => ({
  transformQuery({ node }) {
    if (node.kind !== "InsertQueryNode" || !names(node.into, table)) return node;
    const nothing = sql.join((node.columns ?? []).map(() => sql`null`));
    const values = sql`select ${nothing} from ${sql.table(table)} where 1 = 0`.toOperationNode();
    return { ...node, values };
  },
  transformResult: keepResult,
});

/** A database that neither changes nor deletes the rows of a table. */
export const keeping = (table: string): KyselyPlugin => ({
  transformQuery({ node }) {
    if (node.kind === "UpdateQueryNode" && names(node.table, table)) {
      return { ...node, where: WhereNode.create(never()) };
    }
    if (node.kind === "DeleteQueryNode" && names(node.from, table)) {
      return { ...node, where: WhereNode.create(never()) };
    }
    return node;
  },
  transformResult: keepResult,
});

/** A database in whose answers a column has always the same value. */
export const seeing = (column: string, value: string): KyselyPlugin => ({
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) => (column in row ? { ...row, [column]: value } : row)),
  }),
});

const namesWorkspace = (node: OperationNode): boolean => /"name":"workspace_id"/.test(JSON.stringify(node));

class EveryWorkspace extends OperationNodeTransformer {
  protected override transformBinaryOperation(node: BinaryOperationNode): BinaryOperationNode {
    const isOfOne = node.rightOperand.kind === "ValueNode" && namesWorkspace(node.leftOperand);
    return isOfOne
      ? (sql`1 = 1`.toOperationNode() as OperationNode as BinaryOperationNode)
      : super.transformBinaryOperation(node);
  }
}

/** A database whose look-ups forget for which workspace they were made. */
export const acrossWorkspaces: KyselyPlugin = {
  transformQuery: ({ node }) =>
    node.kind === "SelectQueryNode" ? new EveryWorkspace().transformNode(node) : node,
  transformResult: keepResult,
};

/** The same dependencies over a crippled database. */
export function over<D extends TestDeps>(deps: D, plugin: KyselyPlugin): D {
  const db = deps.db.withPlugin(plugin);
  return { ...deps, db, reader: deps.reader.withPlugin(plugin), transact: createTransact(db) };
}
