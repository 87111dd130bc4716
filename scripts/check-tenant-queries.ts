// Every query on a table of a workspace names the workspace: a forgotten condition would show one customer another's rows.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import ts from "typescript";
import { dataMap } from "../db/data-map";
import { platformWideQueries } from "./platform-wide-queries";

const tenantTables = new Set(dataMap.filter(({ spec }) => spec.scope === "tenant").map(({ name }) => name));
const starts = new Set(["selectFrom", "updateTable", "deleteFrom"]);
const joins = /^(inner|left|right|full|cross)Join(Lateral)?$/;
const pinned = /workspace_id"\s*,\s*"(=|in)"|\bown(Column\(entry\))?\s*,\s*"="/;

export interface TenantProblem {
  /** File and function, as the list of platform-wide queries names them. */
  place: string;
  line: number;
  table: string;
}

const methodOf = (call: ts.CallExpression): string =>
  ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : "";

/** What is said after a call in the same chain: `.where(...)` and so on. */
function laterCalls(call: ts.CallExpression): ts.CallExpression[] {
  const found: ts.CallExpression[] = [];
  let node: ts.Node = call;
  while (
    ts.isPropertyAccessExpression(node.parent) ||
    (ts.isCallExpression(node.parent) && node.parent.expression === node)
  ) {
    node = node.parent;
    if (ts.isCallExpression(node)) found.push(node);
  }
  return found;
}

/** The outermost named function or constant around a place. */
function functionAround(node: ts.Node): string {
  let name = "";
  for (let at: ts.Node | undefined = node; at; at = at.parent) {
    if (ts.isFunctionDeclaration(at) && at.name) name = at.name.text;
    if (
      ts.isVariableDeclaration(at) &&
      ts.isIdentifier(at.name) &&
      ts.isSourceFile(at.parent.parent.parent)
    ) {
      name = at.name.text;
    }
  }
  return name;
}

/** What stands in the call itself; queries within it speak for themselves. */
function textOf(call: ts.CallExpression): string {
  let text = call.arguments.map((argument) => argument.getText()).join(", ");
  const cut = (node: ts.Node): void => {
    const isQuery = ts.isCallExpression(node) && methodOf(node) === "selectFrom";
    if (isQuery) text = text.replace((laterCalls(node).at(-1) ?? node).getText(), "");
    ts.forEachChild(node, cut);
  };
  call.arguments.forEach(cut);
  return text;
}

const endsInWorkspace = (argument: ts.Expression | undefined): boolean =>
  argument !== undefined && ts.isStringLiteralLike(argument) && /(^|\.)workspace_id$/.test(argument.text);

/** The workspace that is asked for, or that of the other side. */
function namesWorkspace(call: ts.CallExpression): boolean {
  const [first, second, third] = call.arguments;
  if (pinned.test(textOf(call))) return true;
  return endsInWorkspace(first) && (endsInWorkspace(second) || endsInWorkspace(third));
}

/** A cross join has no condition of its own: one after it names the table by its name there. */
function isAbout(where: ts.CallExpression, joined: ts.Expression): boolean {
  const name = ts.isStringLiteralLike(joined) ? joined.text.split(" ").at(-1) : undefined;
  const [column] = where.arguments;
  return column !== undefined && ts.isStringLiteralLike(column) && column.text === `${name}.workspace_id`;
}

/** A query that is handed with the workspace to a function of the file, which adds the condition. */
function isNarrowedElsewhere(chain: ts.Node, source: ts.SourceFile): boolean {
  const call = chain.parent;
  if (!ts.isCallExpression(call) || !ts.isIdentifier(call.expression)) return false;
  if (!call.arguments.some((argument) => argument.getText() === "workspaceId")) return false;
  const name = call.expression.text;
  return source.statements.some(
    (each) => ts.isFunctionDeclaration(each) && each.name?.text === name && pinned.test(each.getText()),
  );
}

/** A query within the query, which is looked at where it stands. */
function isSubquery(given: ts.Expression, source: ts.SourceFile): boolean {
  if (ts.isCallExpression(given)) return methodOf(given) === "as";
  return ts.isIdentifier(given) && new RegExp(`const ${given.text} = [^;]*\\.as\\("`).test(source.text);
}

const rawSql = /\b(from|join|update|into)\s+[a-z_]+/i;

/** Queries of one file that name a tenant's table, or one chosen at run time, without the workspace. */
export function tenantProblems(file: string, text: string): TenantProblem[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const problems: TenantProblem[] = [];
  const report = (node: ts.Node, table: string) =>
    problems.push({
      place: `${file}#${functionAround(node)}`,
      line: source.getLineAndCharacterOfPosition(node.getEnd()).line + 1,
      table,
    });
  function checkCall(call: ts.CallExpression): void {
    const method = methodOf(call);
    const [given] = call.arguments;
    const isStart = starts.has(method);
    if (!given || !(isStart || joins.test(method)) || isSubquery(given, source)) return;
    const table = ts.isStringLiteralLike(given) ? given.text.split(" ")[0] : undefined;
    if (table !== undefined && !tenantTables.has(table)) return;
    const later = laterCalls(call);
    const wheres = later.filter((each) => methodOf(each).startsWith("where"));
    const conditions = isStart
      ? wheres
      : method === "crossJoin"
        ? wheres.filter((each) => isAbout(each, given))
        : [call];
    if (conditions.some(namesWorkspace) || isNarrowedElsewhere(later.at(-1) ?? call, source)) return;
    report(call, table ?? given.getText());
  }
  function visit(node: ts.Node): void {
    if (ts.isCallExpression(node)) checkCall(node);
    if (ts.isTaggedTemplateExpression(node) && rawSql.test(node.template.getText())) {
      report(node, "SQL of its own");
    }
    ts.forEachChild(node, visit);
  }
  visit(source);
  return problems;
}

function* queryFiles(root: string, folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const name = `${folder}/${entry.name}`;
    if (entry.isDirectory()) yield* queryFiles(root, name);
    else if (entry.name.endsWith("-queries.server.ts")) yield name;
  }
}

export function checkTenantQueries(root: string): { files: number; problems: string[] } {
  const files = [...queryFiles(root, "app/domain")];
  const found = files.flatMap((file) => tenantProblems(file, readFileSync(path.join(root, file), "utf8")));
  const unused = new Set(Object.keys(platformWideQueries));
  const problems: string[] = [];
  for (const { place, line, table } of found) {
    unused.delete(place);
    if (place in platformWideQueries) continue;
    const [file, name] = place.split("#");
    problems.push(`${file}:${line}: ${name} asks ${table} without its workspace_id`);
  }
  for (const place of unused) problems.push(`${place}: listed as platform-wide, and is not`);
  return { files: files.length, problems };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const { files, problems } = checkTenantQueries(path.resolve(import.meta.dirname, ".."));
  for (const problem of problems) console.error(problem);
  console.log(`${files} files of queries, ${problems.length} problems`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
