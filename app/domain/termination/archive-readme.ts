import { escapeHtml } from "~builder/document/escape-html";
import type { Manifest } from "./archive-format";

const rows = (cells: readonly (readonly string[])[]) =>
  cells.map((row) => `<tr>${row.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`).join("\n");

/** What a person reads who opens the archive. */
export function archiveReadme(manifest: Manifest): string {
  const tables = Object.entries(manifest.files)
    .filter(([name]) => name.endsWith(".ndjson"))
    .map(([name, file]) => [name, String(file.rows ?? 0)]);
  const name = escapeHtml(manifest.workspace.name);
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Archive of ${name}</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c2733;background:#fdfcfa}
table{border-collapse:collapse;width:100%}td,th{text-align:left;border-bottom:1px solid #ddd;padding:.3rem .5rem;vertical-align:top}</style>
<h1>Archive of ${name}</h1>
<p>Everything that the workspace <b>${escapeHtml(manifest.workspace.slug)}</b> held on ${escapeHtml(manifest.exported_at)}.</p>
<ul>
<li><b>data/</b> holds every table twice: <i>.csv</i> opens in a spreadsheet (a cell that a spreadsheet would run as a formula starts with an apostrophe), <i>.ndjson</i> is exact, one JSON object in each line.</li>
<li><b>schema/</b> describes the columns. Times are milliseconds since 1970 UTC, yes and no are 1 and 0.</li>
<li><b>pages/</b> holds each page as document and, when it was published, as the HTML that was served.</li>
<li><b>assets/</b> holds the pictures, <b>films/</b> films and their captions.</li>
<li><b>manifest.json</b> lists every file with its SHA-256. It also holds the key of the opt-out list: keep it secret.</li>
</ul>
<p>To move in elsewhere, make an empty workspace and run <code>foyer import --workspace SLUG FILE</code>.</p>
<h2>Tables</h2>
<table><tr><th>File</th><th>Rows</th></tr>
${rows(tables)}
</table>
<h2>Left out</h2>
<table><tr><th>What</th><th>Why</th></tr>
${rows(manifest.left_out.map((entry) => [entry.what, entry.why]))}
</table>
<h2>Changed or kept off by an import</h2>
<table><tr><th>Table</th><th>Columns</th><th>Why</th></tr>
${rows(manifest.not_switched_on.map((entry) => [entry.table, entry.columns.join(", "), entry.why]))}
</table>
</html>
`;
}
