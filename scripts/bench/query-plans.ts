import { DatabaseSync } from "@photostructure/sqlite";
import type { CompiledQuery, KyselyPlugin } from "kysely";
import { createConnection } from "mysql2/promise";
import type { ServerDeps } from "../../app/server/server-deps";
import type { LiveDatabase } from "../../app/testing/crash/live-database";

export interface SeenQuery {
  query: CompiledQuery;
  rows: number;
}

/** The same dependencies, with a list of every query that they are asked and how many rows each answered. */
export function watchQueries(deps: ServerDeps): { deps: ServerDeps; seen: SeenQuery[] } {
  const seen: SeenQuery[] = [];
  const watched = (db: ServerDeps["db"]) => {
    const asked = new Map<string, SeenQuery>();
    const plugin: KyselyPlugin = {
      transformQuery({ node, queryId }) {
        const one = { query: db.getExecutor().compileQuery(node, queryId), rows: 0 };
        asked.set(queryId.queryId, one);
        seen.push(one);
        return node;
      },
      async transformResult({ queryId, result }) {
        const one = asked.get(queryId.queryId);
        if (one) one.rows = result.rows.length;
        return result;
      },
    };
    return db.withPlugin(plugin);
  };
  return { deps: { ...deps, db: watched(deps.db), reader: watched(deps.reader) }, seen };
}

/** How the database finds the rows of a query, in its own words. */
export async function explain(database: LiveDatabase, { query }: SeenQuery): Promise<string[]> {
  const parameters = [...query.parameters] as (string | number)[];
  if (database.kind === "sqlite") {
    const file = new DatabaseSync(database.file, { readOnly: true });
    try {
      const rows = file.prepare(`explain query plan ${query.sql}`).all(...parameters) as { detail: string }[];
      return rows.map(({ detail }) => detail);
    } finally {
      file.close();
    }
  }
  const connection = await createConnection(database.env.DATABASE_URL ?? "");
  try {
    const [rows] = await connection.query(`explain ${query.sql}`, parameters);
    return (rows as Record<string, unknown>[]).map(
      ({ table, type, key, rows: about }) => `${table}: ${type} by ${key}, about ${about} rows`,
    );
  } finally {
    await connection.end();
  }
}
