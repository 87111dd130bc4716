import { CompiledQuery, Kysely, MysqlDialect } from "kysely";
import { createPool } from "mysql2";
import type { Database } from "../../schema/database";
import type { Db } from "../../schema/executor";

const session =
  "set sql_mode = 'STRICT_ALL_TABLES,ONLY_FULL_GROUP_BY,NO_ENGINE_SUBSTITUTION,ERROR_FOR_DIVISION_BY_ZERO', time_zone = '+00:00'";

/** Opens a pool for a mysql:// address. READ COMMITTED keeps inserts from waiting on gap locks. */
export function openMysql(url: string, connectionLimit = 10): Db {
  const pool = createPool({
    uri: url,
    timezone: "Z",
    charset: "utf8mb4_unicode_520_ci",
    supportBigNumbers: true,
    jsonStrings: true,
    connectionLimit,
    enableKeepAlive: true,
    connectTimeout: 5000,
  });
  return new Kysely<Database>({
    dialect: new MysqlDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(session));
        await connection.executeQuery(
          CompiledQuery.raw("set session transaction isolation level read committed"),
        );
      },
    }),
  });
}
