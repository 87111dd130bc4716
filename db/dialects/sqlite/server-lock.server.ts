import { DatabaseSync } from "@photostructure/sqlite";

/**
 * One server at a time uses an embedded database. The operating system holds the lock, so it ends with the process,
 * however that ends: a server that was killed can be started again at once.
 * Returns what gives the lock back, or undefined while another process holds it.
 */
export function lockEmbeddedDatabase(file: string): (() => void) | undefined {
  const lock = new DatabaseSync(`${file}-server`);
  try {
    lock.exec("pragma busy_timeout=0");
    lock.exec("begin exclusive");
    return () => lock.close();
  } catch (error) {
    lock.close();
    if (/locked|busy/i.test((error as Error).message)) return undefined;
    throw error;
  }
}
