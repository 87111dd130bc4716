import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { connect } from "~db/connect.server";
import { migrate } from "~db/migrate";
import { memoryFolder } from "../memory-folder";

declare module "vitest" {
  export interface ProvidedContext {
    embeddedTemplate: string;
  }
}

/** One migrated embedded database for the whole run; each test file works on copies of it. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(memoryFolder(), "foyer-template-"));
  const file = path.join(folder, "foyer.db");
  const { db, close } = connect(`sqlite:${file}`, path.resolve(import.meta.dirname, "../../.."));
  await migrate(db, { owner: "template" });
  await close();
  project.provide("embeddedTemplate", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
