import type { TestProject } from "vitest/node";
import { startMariadb } from "./mariadb";

declare module "vitest" {
  export interface ProvidedContext {
    mariadbUrl: string;
  }
}

/** One private MariaDB for the whole run; each test file has databases of its own. */
export default async function setup(project: TestProject) {
  const server = await startMariadb();
  project.provide("mariadbUrl", server.url);
  return () => server.stop();
}
