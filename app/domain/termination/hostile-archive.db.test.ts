import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { fillExportedTables } from "~/testing/fill-tables";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { readZip } from "~/testing/read-zip";
import { writeZip } from "~/testing/write-zip";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import { openFileStore } from "../files/file-store.server";
import { findFormDefinition } from "../forms/find-form.server";
import type { Manifest } from "./archive-format";
import { importArchive } from "./import-archive.server";
import { writeArchive } from "./write-archive.server";

const instance = useTestInstance();
const system: Actor = { kind: "system", reason: "test" };
const withFiles = <D extends Deps>(deps: D, folder: string) => ({
  ...deps,
  files: openFileStore({ folder: path.join(folder, "files"), keys: deps.keys }),
});

type Files = Map<string, Buffer>;
let honest: Files;
let made = 0;

/** The honest archive with some files changed, and a manifest that vouches for the change. */
function changed(changes: Record<string, string | undefined>): Map<string, Buffer | string> {
  const files = new Map<string, Buffer | string>(honest);
  const manifest: Manifest = JSON.parse(honest.get("manifest.json")?.toString() ?? "");
  for (const [name, content] of Object.entries(changes)) {
    if (content === undefined) {
      files.delete(name);
      delete manifest.files[name];
      continue;
    }
    files.set(name, content);
    manifest.files[name] = {
      ...manifest.files[name],
      size: Buffer.byteLength(content),
      sha256: createHash("sha256").update(content).digest("hex"),
    };
  }
  files.set("manifest.json", JSON.stringify(manifest));
  return files;
}

const text = (table: string) => honest.get(`data/${table}.ndjson`)?.toString() ?? "";
const editRows = (table: string, edit: (row: Record<string, unknown>) => void) => ({
  [`data/${table}.ndjson`]: `${text(table)
    .split("\n")
    .filter(Boolean)
    .map((line) => {
      const row = JSON.parse(line);
      edit(row);
      return JSON.stringify(row);
    })
    .join("\n")}\n`,
});

async function importInto(files: Map<string, Buffer | string> | string) {
  const { deps: bare, folder } = instance();
  const deps = withFiles(bare, folder);
  made += 1;
  const workspaceId = await insertTestWorkspace(deps, `hostile-${made}`);
  const file =
    typeof files === "string" ? files : await writeZip(path.join(folder, `hostile-${made}.zip`), files);
  const outcome = await importArchive(deps, system, { workspaceId, file }).then(
    (report) => ({ report, code: undefined }),
    (error: { code: string }) => ({ report: undefined, code: error.code }),
  );
  return { deps, workspaceId, ...outcome };
}

const countLeads = (deps: Deps, workspaceId: string) =>
  deps.db.selectFrom("leads").select("id").where("workspace_id", "=", workspaceId).execute();

describe("a hostile archive", () => {
  beforeAll(async () => {
    const { deps: bare, folder } = instance();
    const deps = withFiles(bare, folder);
    const source = await insertTestWorkspace(deps, "source");
    await fillExportedTables(deps, source, 3);
    await writeArchive(deps, { workspaceId: source, target: path.join(folder, "honest.zip") });
    honest = await readZip(path.join(folder, "honest.zip"));
  }, 60_000);

  it("is refused when it is no archive, and nothing is imported", async () => {
    const { folder } = instance();
    const noZip = path.join(folder, "no.zip");
    writeFileSync(noZip, "PK but not really");
    expect((await importInto(noZip)).code).toBe("archive_damaged");
    expect((await importInto(path.join(folder, "nothing-there.zip"))).code).toBe("archive_missing");
    expect((await importInto(new Map([["readme.txt", "hello"]]))).code).toBe("archive_foreign");
    const torn = path.join(folder, "torn.zip");
    const whole = readFileSync(path.join(folder, "honest.zip"));
    writeFileSync(torn, whole.subarray(0, whole.length - 400));
    expect((await importInto(torn)).code).toBe("archive_damaged");
  });

  it("is refused when a file was changed, added or misnamed", async () => {
    const tampered = new Map<string, Buffer | string>(honest).set("data/leads.ndjson", `${text("leads")}\n`);
    expect((await importInto(tampered)).code).toBe("archive_damaged");
    const added = new Map<string, Buffer | string>(honest).set("data/extra.csv", "a,b");
    expect((await importInto(added)).code).toBe("archive_damaged");
    expect((await importInto(changed({ "data/evil.sh": "rm -rf" }))).code).toBe("archive_foreign");
  });

  it("is refused when it unpacks to far more than it should", async () => {
    const bomb = "0".repeat(60 * 1024 ** 2);
    expect((await importInto(changed({ "data/leads.csv": bomb }))).code).toBe("archive_too_dense");
  });

  it("is refused when a row is not as its table, and can be tried again whole", async () => {
    const cases = [
      editRows("leads", (row) => {
        row.secret = "x";
      }),
      editRows("leads", (row) => {
        row.fields = "{broken";
      }),
      editRows("deliveries", (row) => {
        row.attempts = "1; drop table leads";
      }),
      editRows("leads", (row) => {
        row.id = "7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
      }),
      { "data/segments.ndjson": "not json\n" },
    ];
    for (const edit of cases) {
      const { deps, workspaceId, code } = await importInto(changed(edit));
      expect(code).toBe("archive_row");
      expect(await countLeads(deps, workspaceId)).toEqual([]);
    }
  });

  it("may be of an earlier version: columns that came later hold what rows of then hold, tables of later are empty", async () => {
    const files = changed({
      "data/testimonials.ndjson": undefined,
      "data/testimonials.csv": undefined,
      ...editRows("workspaces", (row) => {
        delete row.report_figures;
      }),
      ...editRows("leads", (row) => {
        delete row.last_heard_at;
      }),
    });
    const { deps, workspaceId, code } = await importInto(files);
    expect(code).toBeUndefined();
    const leads = await deps.db
      .selectFrom("leads")
      .select("last_heard_at")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(leads.length).toBeGreaterThan(0);
    expect(leads.every((lead) => lead.last_heard_at === null)).toBe(true);
  });

  it("brings how the reports' figures are shown", async () => {
    const rounded = editRows("workspaces", (row) => {
      row.report_figures = "rounded";
    });
    const { deps, workspaceId } = await importInto(changed(rounded));
    const workspace = await deps.db
      .selectFrom("workspaces")
      .select("report_figures")
      .where("id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    expect(workspace.report_figures).toBe("rounded");
  });

  it("cannot bring scripts: documents are cleaned and HTML is made again [pages.build]", async () => {
    const script = '<script>alert(1)</script><img src=x onerror="alert(2)">';
    const { deps, workspaceId, report } = await importInto(
      changed({
        ...editRows("pages", (row) => {
          const document = JSON.parse(String(row.document));
          const root = document.project.pages[0].frames[0].component;
          root.components = [
            { tagName: "script", content: "alert(1)" },
            { tagName: "a", attributes: { href: "javascript:alert(1)", onclick: "x()" } },
          ];
          row.document = JSON.stringify(document);
        }),
        ...editRows("page_versions", (row) => {
          row.html = script;
        }),
        ...editRows("campaign_versions", (row) => {
          row.html = script;
          row.links = '["javascript:alert(1)"]';
        }),
      }),
    );
    const own = (table: "pages" | "page_versions" | "campaign_versions") =>
      deps.db.selectFrom(table).selectAll().where("workspace_id", "=", workspaceId).execute();
    const stored = JSON.stringify([
      await own("pages"),
      await own("page_versions"),
      await own("campaign_versions"),
    ]);
    expect(stored).not.toMatch(/<script|onerror|onclick|javascript:|alert/);
    expect(report?.notes.join(" ")).toContain("could run or send something");
  });

  it("brings services and redirects as they are read, never as they are written", async () => {
    const { deps, workspaceId } = await importInto(
      changed({
        ...editRows("third_parties", (row) => {
          row.hosts = JSON.stringify(["https://a.example?\r\nx-evil: 1;script-src-elem 'unsafe-inline'"]);
          row.scripts = JSON.stringify([" https://b.example/x.js\n"]);
        }),
        ...editRows("site_redirects", (row) => {
          row.target = `\r\n${row.target}`;
        }),
      }),
    );
    const own = (table: "third_parties" | "site_redirects") =>
      deps.db.selectFrom(table).selectAll().where("workspace_id", "=", workspaceId).execute();
    const [service] = await own("third_parties");
    expect(service).toMatchObject({
      hosts: '["https://a.example"]',
      scripts: '["https://b.example/x.js"]',
    });
    const [redirect] = await own("site_redirects");
    expect(redirect).toMatchObject({ target: expect.stringMatching(/^https:\/\/else\.example\/\d$/) });
  });

  it("cannot send visitors of its forms to anything but a page", async () => {
    const { deps, workspaceId } = await importInto(
      changed(
        editRows("form_versions", (row) => {
          row.definition = '{"fields":[],"next":{"kind":"redirect","url":"javascript:alert(1)"}}';
        }),
      ),
    );
    const row = await deps.db
      .selectFrom("form_versions")
      .selectAll()
      .where("workspace_id", "=", workspaceId)
      .executeTakeFirstOrThrow();
    const form = await findFormDefinition(deps, workspaceId, row.form_id, row.page_version_id);
    expect(form?.next).toEqual({ kind: "message", text: "" });
  });

  it("cannot slip past its opt-outs by changing hashes, and switches nothing on [email.unsubscribe]", async () => {
    const { deps, workspaceId } = await importInto(
      changed({
        ...editRows("leads", (row) => {
          row.address_hash = "0".repeat(32);
        }),
        ...editRows("senders", (row) => {
          row.state = "vouched";
        }),
        ...editRows("campaigns", (row) => {
          row.state = "sending";
        }),
        ...editRows("deliveries", (row) => {
          row.state = "prepared";
        }),
      }),
    );
    const leads = await deps.db
      .selectFrom("leads")
      .select("address_hash")
      .where("workspace_id", "=", workspaceId)
      .execute();
    const hashes = leads.map((row) => row.address_hash);
    expect(hashes).not.toContain("0".repeat(32));
    const suppressed = await deps.db
      .selectFrom("suppressions")
      .select("address_hash")
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(new Set(suppressed.map((row) => row.address_hash))).toEqual(new Set(hashes));
    const states = async (table: "senders" | "campaigns" | "deliveries") =>
      new Set(
        (
          await deps.db.selectFrom(table).select("state").where("workspace_id", "=", workspaceId).execute()
        ).map((row) => row.state),
      );
    expect([await states("senders"), await states("campaigns"), await states("deliveries")]).toEqual([
      new Set(["unverified"]),
      new Set(["stopped"]),
      new Set(["cancelled"]),
    ]);
    expect(
      await deps.db.selectFrom("hosts").selectAll().where("workspace_id", "=", workspaceId).execute(),
    ).toEqual([]);
  });
});
