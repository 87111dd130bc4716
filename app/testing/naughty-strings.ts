import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { collectionOf } from "./collections";

const published = createRequire(import.meta.url).resolve("big-list-of-naughty-strings/blns.json");
/** A later state of the same list, where it lies beside the project. */
const later = collectionOf("naughty/blns.json").at;

const readList = (file: string): string[] =>
  existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as string[]) : [];

/** Texts that break software: every language, signs without a width, and shapes of attacks. */
export const naughtyStrings: readonly string[] = [...new Set([...readList(published), ...readList(later)])];
