// Who may import what, where SQL may write, names and sizes: the rules of the house as a script.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const root = path.resolve(import.meta.dirname, "..");

/** Each context may import only those before it. */
const contexts = [
  "keys",
  "jobs",
  "events",
  "audit",
  "files",
  "suppression",
  "policies",
  "mail",
  "accounts",
  "workspaces",
  "billing",
  "senders",
  "consent",
  "acceptable-use",
  "sites",
  "leads",
  "tracking",
  "segments",
  "forms",
  "testimonials",
  "pages",
  "experiments",
  "publishing",
  "campaigns",
  "timeline",
  "analytics",
  "developer",
  "notifications",
  "support",
  "privacy",
  "termination",
  "trust",
];

const problems: string[] = [];
const report = (file: string, problem: string) => problems.push(`${file}: ${problem}`);

function* sources(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* sources(name);
    else if (/\.(tsx?|mjs)$/.test(entry.name) && !entry.name.endsWith(".d.ts")) yield name;
  }
}

const files = ["app", "builder", "db", "scripts"].flatMap((folder) => [...sources(folder)]);
const isTest = (file: string) => /\.test\.tsx?$/.test(file) || file.startsWith("app/testing/");

/** A specifier as a path from the root without extension; undefined for packages. */
function resolve(from: string, specifier: string): string | undefined {
  const aliased = specifier
    .replace(/^~builder\//, "builder/")
    .replace(/^~db\//, "db/")
    .replace(/^~\//, "app/");
  if (aliased !== specifier) return aliased;
  if (!specifier.startsWith(".")) return undefined;
  return path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
}

const contextOf = (file: string) => /^app\/domain\/([a-z-]+)\//.exec(file)?.[1];
const under = (target: string, ...folders: string[]) =>
  folders.some((folder) => target.startsWith(`${folder}/`));
const isQueries = (file: string) => /-queries\.server(\.ts)?$/.test(file);
const isJobs = (file: string) => /-jobs\.server(\.ts)?$/.test(file);
const typeBase = ["app/domain/deps", "app/domain/actor", "app/domain/domain-error"];

function checkDomain(file: string, target: string, typeOnly: boolean) {
  const own = contextOf(file);
  const other = contextOf(target);
  if (other && own && other !== own) {
    if (contexts.indexOf(other) > contexts.indexOf(own))
      report(file, `${own} comes before ${other} and may not import it`);
    else if (isQueries(target) || isJobs(target))
      report(file, `imports queries or jobs of ${other}; use its use cases`);
  }
  if (
    other ||
    typeBase.includes(target) ||
    under(target, "app/lib", "app/emails", "builder/document", "builder/templates")
  )
    return;
  if (target === "app/config.server" && typeOnly) return;
  if (under(target, "db/schema")) {
    if (!typeOnly && !isQueries(file) && !["privacy", "termination", "trust"].includes(own ?? "")) {
      report(file, "only queries import db/schema as values");
    }
    return;
  }
  if (target === "db/data-map" && ["privacy", "termination", "trust"].includes(own ?? "")) return;
  if (under(target, "db/dialects/sql") && (isQueries(file) || typeOnly)) return;
  if (under(target, "app/domain")) return;
  report(file, `domain may not import ${target}`);
}

function checkImport(file: string, target: string, typeOnly: boolean) {
  if (isTest(file)) return;
  if (target.startsWith("app/testing/") || target.startsWith("scripts/")) {
    if (!file.startsWith("scripts/")) report(file, `nothing imports testing or scripts (${target})`);
    return;
  }
  if (under(file, "app/lib") && !under(target, "app/lib")) report(file, `lib may not import ${target}`);
  if (under(file, "builder/document") && !under(target, "builder/document")) {
    report(file, `builder/document may not import ${target}`);
  }
  if (under(file, "builder/editor") && !under(target, "builder"))
    report(file, `the editor may not import ${target}`);
  if (under(file, "app/domain") && contextOf(file)) checkDomain(file, target, typeOnly);
  if (under(file, "app/components") && !typeOnly) {
    const pure = under(target, "app/domain") && !target.includes(".server");
    if (!pure && !under(target, "app/components", "app/lib", "app/styles", "builder")) {
      report(file, `components may not import ${target}`);
    }
  }
  const edge =
    under(file, "app/routes") || (under(file, "app/server") && !/\/main[a-z-]*\.server\.ts$/.test(file));
  if (edge) {
    if (target.startsWith("db/") && !typeOnly)
      report(file, "only main opens the database; routes and server use use cases");
    if (isQueries(target)) report(file, `imports queries (${target}); use a use case`);
    if (isJobs(target) && under(file, "app/routes")) report(file, "routes do not import jobs");
  }
}

function ownTables(context: string): Set<string> {
  const text = readFileSync(path.join(root, `db/schema/${context}.ts`), "utf8");
  return new Set([...text.matchAll(/^ {2}([a-z_]+): \{$/gm)].map((match) => match[1] ?? ""));
}

const writes =
  /(?:insertInto|updateTable|deleteFrom|replaceInto)\(\s*"([a-z_]+)"|(?:insertIfAbsent|insertMissing|insertRows|upsert)\(\s*\w+,\s*"([a-z_]+)"/g;

function checkWrites(file: string, text: string) {
  const context = contextOf(file);
  if (!context || isTest(file)) return;
  const found = [...text.matchAll(writes)].map((match) => match[1] ?? match[2] ?? "");
  if (found.length === 0) return;
  if (!isQueries(file)) {
    report(file, "SQL belongs into a -queries.server.ts file");
    return;
  }
  if (["privacy", "termination"].includes(context)) return;
  const own = ownTables(context);
  for (const table of found) if (!own.has(table)) report(file, `writes ${table}, a table of another context`);
}

const banned: [RegExp, string, RegExp][] = [
  [/skip\s*locked|skipLocked\(/i, "SKIP LOCKED is banned (Galera and TiDB lack it)", /^(app|db)\//],
  [/get_lock\(/i, "GET_LOCK is banned", /^(app|db)\//],
  [/\.returning(All)?\(/, "RETURNING does not exist on MySQL", /^(app|db)\//],
  [/process\.env/, "only config reads the environment", /^app\/(domain|lib|routes|components)\//],
  [/\bDate\.now\(\)|new Date\(\)/, "ask the clock", /^app\/domain\//],
  [
    /\bstyle=\{/,
    "the policy of screens refuses style attributes; use a class or SVG",
    /^app\/(components|routes)\/.*\.tsx$/,
  ],
];

function checkText(file: string, text: string) {
  if (isTest(file)) return;
  for (const [pattern, problem, where] of banned)
    if (where.test(file) && pattern.test(text)) report(file, problem);
  const lines = text.split("\n").length;
  const limit = file.startsWith("app/routes/") ? 250 : 300;
  const data = /^(db\/migrations|builder\/templates|builder\/blocks)\//.test(file);
  if (lines > limit && !data) report(file, `${lines} lines; the limit is ${limit}`);
}

const badName = /(^|[-/])(utils?|helpers?|misc|common|shared|service|manager)([-./]|$)/;

for (const file of files) {
  const base = path.posix.basename(file);
  if (badName.test(file)) report(file, "the name says nothing; name the one concept it holds");
  if (!/^[a-z0-9.$_-]+$/.test(base)) report(file, "file names are kebab-case");
  if (file.startsWith("app/domain/") && base === "index.ts") report(file, "no barrels in domain");
  const context = contextOf(file);
  if (context && !contexts.includes(context))
    report(file, `${context} has no place in the order of contexts`);
  const text = readFileSync(path.join(root, file), "utf8");
  checkText(file, text);
  checkWrites(file, text);
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  for (const statement of source.statements) {
    const named = ts.isImportDeclaration(statement) || ts.isExportDeclaration(statement);
    const specifier = named ? statement.moduleSpecifier : undefined;
    if (!specifier || !ts.isStringLiteral(specifier)) continue;
    const target = resolve(file, specifier.text);
    const typeOnly = ts.isImportDeclaration(statement)
      ? (statement.importClause?.isTypeOnly ?? false) || onlyTypes(statement)
      : ts.isExportDeclaration(statement) && statement.isTypeOnly;
    if (target) checkImport(file, target, typeOnly);
  }
}

function onlyTypes(statement: ts.ImportDeclaration): boolean {
  const bindings = statement.importClause?.namedBindings;
  if (statement.importClause?.name || !bindings || !ts.isNamedImports(bindings)) return false;
  return bindings.elements.length > 0 && bindings.elements.every((element) => element.isTypeOnly);
}

for (const problem of problems) console.error(problem);
console.log(`${files.length} files, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
