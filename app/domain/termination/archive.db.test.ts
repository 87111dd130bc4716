import { createHash, randomBytes } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { fillExportedTables } from "~/testing/fill-tables";
import { insertRow } from "~/testing/insert-row";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { readZip } from "~/testing/read-zip";
import { exportedTables } from "~db/data-map";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { openFileStore } from "../files/file-store.server";
import { readWholeFilm } from "../files/film-pieces.server";
import { uploadFilm } from "../files/upload-film.server";
import { uploadFont } from "../files/upload-font.server";
import { createLead } from "../leads/create-lead.server";
import { deleteLead } from "../leads/delete-leads.server";
import { noteHeldAddresses } from "../leads/note-held-addresses.server";
import { createPage } from "../pages/create-page.server";
import { publishPage } from "../publishing/publish-page.server";
import { createSite } from "../sites/create-site.server";
import type { Manifest } from "./archive-format";
import { findExport } from "./find-export.server";
import { importArchive } from "./import-archive.server";
import { openExport } from "./open-export.server";
import { removeOldExports } from "./remove-old-exports.server";
import { requestExport } from "./request-export.server";
import { runExport } from "./run-export.server";
import { writeArchive } from "./write-archive.server";

const instance = useTestInstance();
const system: Actor = { kind: "system", reason: "test" };
const withFiles = <D extends Deps>(deps: D, folder: string) => ({
  ...deps,
  files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }),
});

type Row = Record<string, unknown>;
const rowsOf = (files: Map<string, Buffer>, table: string): Row[] =>
  (files.get(`data/${table}.ndjson`)?.toString() ?? "")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
const manifestOf = (files: Map<string, Buffer>): Manifest =>
  JSON.parse(files.get("manifest.json")?.toString() ?? "");

async function makeArchive(deps: ReturnType<typeof withFiles<Deps>>, workspaceId: string, target: string) {
  await writeArchive(deps, { workspaceId, target });
  return readZip(target);
}

describe("an archive", () => {
  let files: Map<string, Buffer>;
  let sentFile = "";
  const film = Buffer.concat([Buffer.from("\0\0\0\x18ftypmp42\0\0\0\0"), randomBytes(1_300_000)]);
  const captions = "WEBVTT\n\n00:00.000 --> 00:02.000\nGood day\n";
  let source: string;
  let file: string;

  beforeAll(async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    source = await insertTestWorkspace(deps, "source");
    await deps.db
      .updateTable("workspaces")
      .set({
        privacy_settings: JSON.stringify({
          controller: "Ada GmbH",
          contact: "ada@example.org",
          postalAddress: "Weg 1, 10115 Berlin",
          purposes: ["news"],
          retentionMonths: 12,
          retentionText: "",
          text: "",
        }),
      })
      .where("id", "=", source)
      .execute();
    await fillExportedTables(deps, source, 3);
    const sent = await deps.db
      .selectFrom("lead_files")
      .select("id")
      .where("workspace_id", "=", source)
      .executeTakeFirstOrThrow();
    sentFile = sent.id;
    await deps.files.put(`${source}/${sentFile}/upload`, Buffer.from("A letter that somebody sent"));
    for (const [name, bytes] of [
      ["walk.mp4", film],
      ["walk.vtt", Buffer.from(captions)],
    ] as const)
      await uploadFilm(deps, system, { workspaceId: source, name, bytes });
    const font = Buffer.concat([Buffer.from("wOF2"), Buffer.alloc(60, 7)]);
    await uploadFont(deps, system, { workspaceId: source, name: "own.woff2", bytes: font });
    const site = await createSite(deps, system, { workspaceId: source, slug: "source-site", name: "Source" });
    const page = await createPage(deps, system, {
      workspaceId: source,
      siteId: site.id,
      path: "/hello",
      title: "Hello",
      html: '<h1>Hello</h1><form><label>E-mail <input name="email" type="email" required></label><button>Go</button></form>',
    });
    await publishPage(deps, system, { workspaceId: source, pageId: page.id });
    await insertTestWorkspace(deps, "other");
    await deps.keys.adoptBeside(deps.db, source, "suppression", Buffer.alloc(32, 9));
    file = path.join(folder, "source.zip");
    files = await makeArchive(deps, source, file);
  }, 60_000);

  it("holds every row of every exported table, of this workspace only [leave.export]", async () => {
    const { deps } = instance();
    for (const entry of exportedTables) {
      const rows = rowsOf(files, entry.name);
      expect([entry.name, manifestOf(files).files[`data/${entry.name}.ndjson`]?.rows]).toEqual([
        entry.name,
        rows.length,
      ]);
      if (entry.name !== "workspaces") expect(rows.length, entry.name).toBeGreaterThanOrEqual(3);
      expect(rows.every((row) => (row.workspace_id ?? row.id) === source)).toBe(true);
    }
    const leads = await deps.db
      .selectFrom("leads")
      .selectAll()
      .where("workspace_id", "=", source)
      .orderBy("id")
      .execute();
    expect(rowsOf(files, "leads")).toEqual(leads);
  });

  it("lists each file with its checksum, and no secret is in it", () => {
    const manifest = manifestOf(files);
    expect(new Set(Object.keys(manifest.files))).toEqual(
      new Set([...files.keys()].filter((name) => name !== "manifest.json")),
    );
    for (const [name, facts] of Object.entries(manifest.files)) {
      expect(
        createHash("sha256")
          .update(files.get(name) ?? "")
          .digest("hex"),
        name,
      ).toBe(facts.sha256);
    }
    expect(
      [...files.keys()].some((name) => /api_keys|sessions|accounts|key_ring|sending_domains/.test(name)),
    ).toBe(false);
    expect(manifest.suppression_key.secret).toBe(true);
    expect(manifest.suppression_key.others).toEqual([Buffer.alloc(32, 9).toString("base64")]);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it("is safe to open in a spreadsheet", () => {
    const sheet = files.get("data/aup_findings.csv")?.toString() ?? "";
    expect(sheet).toContain("'=SUM(A1:A9)");
    expect(sheet).not.toMatch(/(^|,)[=@]/m);
  });

  it("has each page as document and as served", async () => {
    const { deps } = instance();
    const name = [...files.keys()].find((each) => /^pages\/source-site\/hello-\w+\.html$/.test(each)) ?? "";
    const served = await deps.db
      .selectFrom("page_versions")
      .select("html")
      .where("workspace_id", "=", source)
      .where("path", "=", "/hello")
      .executeTakeFirstOrThrow();
    expect(files.get(name)?.toString()).toBe(served.html);
    expect(files.has(name.replace(".html", ".json"))).toBe(true);
  });

  it("comes back file by file from an empty workspace, but for what the manifest names [leave.export]", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const target = await insertTestWorkspace(deps, "target");
    const report = await importArchive(deps, system, { workspaceId: target, file });
    const again = await makeArchive(deps, target, path.join(folder, "again.zip"));
    const skipped = new Map(manifestOf(files).not_switched_on.map((each) => [each.table, each.columns]));
    const members = /^(saved_by|published_by|requested_by|actor_id|invited_by)$/;
    const comparable = (table: string, rows: Row[]) =>
      rows
        .filter((row) => table !== "audit_entries" || row.segment !== "" || files === again)
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).filter(
              ([name]) =>
                name !== "workspace_id" && !members.test(name) && !skipped.get(table)?.includes(name),
            ),
          ),
        );
    for (const { name } of exportedTables) {
      if (name === "memberships" || name === "workspaces" || name.startsWith("billing_")) continue;
      const before = rowsOf(files, name);
      const now = rowsOf(again, name).filter((row) => name !== "audit_entries" || row.segment !== "");
      const own =
        name === "audit_details"
          ? now.filter((row) => before.some((each) => each.entry_id === row.entry_id))
          : now;
      expect(comparable(name, own), name).toEqual(
        comparable(
          name,
          before.map((row) => ({ ...row, segment: "x" })),
        ).map((row) => {
          if (!("segment" in (before[0] ?? {}))) delete row.segment;
          return row;
        }),
      );
    }
    const [was, is] = [rowsOf(files, "workspaces")[0], rowsOf(again, "workspaces")[0]];
    expect({ ...is, id: 0, slug: 0 }).toEqual({ ...was, id: 0, slug: 0 });
    expect(manifestOf(again).suppression_key).toEqual(manifestOf(files).suppression_key);
    expect(files.get(`uploads/${sentFile}`)?.toString()).toBe("A letter that somebody sent");
    expect((await deps.files.get(`${target}/${sentFile}/upload`))?.toString()).toBe(
      "A letter that somebody sent",
    );
    const kept = await deps.db
      .selectFrom("files")
      .selectAll()
      .where("workspace_id", "=", target)
      .where("kind", "in", ["film", "captions", "font"])
      .orderBy("kind")
      .execute();
    expect(kept.map(({ kind }) => kind)).toEqual(["captions", "film", "font"]);
    const [words, walk, font] = kept as [(typeof kept)[0], (typeof kept)[0], (typeof kept)[0]];
    expect((await readWholeFilm(deps, target, walk))?.equals(film)).toBe(true);
    expect((await readWholeFilm(deps, target, words))?.toString()).toBe(captions);
    expect((await deps.files.get(`${target}/${font.id}/0.woff2`))?.length).toBe(64);
    expect(report.notes.join(" ")).toContain("Senders");
  });

  it("serves what it rendered itself, with the form addresses of the new workspace", async () => {
    const { deps } = instance();
    const version = async (slug: string) => {
      const { id } = await deps.db
        .selectFrom("workspaces")
        .select("id")
        .where("slug", "=", slug)
        .executeTakeFirstOrThrow();
      const row = await deps.db
        .selectFrom("page_versions")
        .select("html")
        .where("workspace_id", "=", id)
        .where("path", "=", "/hello")
        .executeTakeFirstOrThrow();
      return { id, html: row.html };
    };
    const [before, now] = [await version("source"), await version("target")];
    expect(now.html).toContain(`/f/${now.id.toLowerCase()}-`);
    expect(now.html).not.toContain(before.id.toLowerCase());
    const same = (html: string) =>
      html.replace(/\/f\/[0-9a-z]{26}/g, "/f/X").replace(/(value|data-page)="[\w-]{60,}"/g, "T");
    expect(same(now.html)).toBe(same(before.html));
  });

  it("[rights.erase] brings what waits in quarantine so that erasing a person finds it", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const [from, into] = [
      await insertTestWorkspace(deps, "waiting"),
      await insertTestWorkspace(deps, "waiting-too"),
    ];
    for (const work of ["kim@example.org", "other@example.org"])
      await insertRow(deps, "submissions", {
        ...{ workspace_id: from, id: deps.ids.next(), lead_id: deps.ids.next(), state: "quarantined" },
        ...{ form_id: deps.ids.next(), page_id: deps.ids.next(), page_version_id: deps.ids.next() },
        ...{ held_consents: "[]", source: "{}" },
        fields: JSON.stringify({ work }),
      });
    const own = path.join(folder, "waiting.zip");
    await makeArchive(deps, from, own);
    await noteHeldAddresses(deps);
    instance().deps.clock.advance(25 * 3_600_000);
    await noteHeldAddresses(deps);
    await importArchive(deps, system, { workspaceId: into, file: own });
    const { lead } = await createLead(deps, system, { workspaceId: into, email: "kim@example.org" });
    await deleteLead(deps, system, { workspaceId: into, leadId: lead.id });
    const left = deps.db.selectFrom("submissions").select("fields").where("workspace_id", "=", into);
    expect(await left.execute()).toEqual([{ fields: '{"work":"other@example.org"}' }]);
  });

  it("is refused by a workspace that holds something, and leaves it as it was", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    await expect(importArchive(deps, system, { workspaceId: source, file })).rejects.toMatchObject({
      code: "workspace_not_empty",
    });
    expect(
      (await deps.db.selectFrom("leads").selectAll().where("workspace_id", "=", source).execute()).length,
    ).toBe(3);
  });
});

describe("an export", () => {
  it("is ordered once, made by a job, fetched by its members and removed after a week [leave.export]", async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const workspaceId = await insertTestWorkspace(deps, "leaver");
    const member: Actor = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "admin" };
    const ordered = await requestExport(deps, member, { workspaceId });
    expect((await requestExport(deps, member, { workspaceId })).id).toBe(ordered.id);
    await expect(openExport(deps, member, { workspaceId, exportId: ordered.id })).rejects.toMatchObject({
      code: "export_not_ready",
    });
    await runExport(deps, { workspaceId, exportId: ordered.id });
    const done = await findExport(deps, workspaceId, ordered.id);
    expect(done).toMatchObject({ state: "done", rowsDone: done.rowsTotal });
    const opened = await openExport(deps, member, { workspaceId, exportId: ordered.id });
    const hash = createHash("sha256");
    for await (const chunk of opened.stream) hash.update(chunk as Buffer);
    expect(hash.digest("hex")).toBe(done.sha256);
    deps.clock.advance(8 * 86_400_000);
    expect(await removeOldExports(deps)).toBe(1);
    expect(existsSync(path.join(folder, done.file))).toBe(false);
    await expect(openExport(deps, member, { workspaceId, exportId: ordered.id })).rejects.toMatchObject({
      kind: "gone",
    });
  });

  it("is refused to members without the right, and to other workspaces", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "closed");
    const manager: Actor = { kind: "member", accountId: deps.ids.next(), workspaceId, role: "manager" };
    const stranger: Actor = {
      kind: "member",
      accountId: deps.ids.next(),
      workspaceId: deps.ids.next(),
      role: "owner",
    };
    for (const actor of [manager, stranger]) {
      await expect(requestExport(deps, actor, { workspaceId })).rejects.toMatchObject({ kind: "forbidden" });
    }
    await expect(findExport(deps, workspaceId, deps.ids.next())).rejects.toMatchObject({ kind: "not_found" });
  });
});
