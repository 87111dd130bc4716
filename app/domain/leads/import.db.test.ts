import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { openFileStore } from "~/domain/files/file-store.server";
import { useTestInstance } from "~/testing/db/test-deps";
import { makeTestSite, type TestSite } from "~/testing/factories/test-site";
import { naughtyStrings } from "~/testing/naughty-strings";
import type { Actor } from "../actor";
import type { Deps } from "../deps";
import type { FileStore } from "../files/file-store.server";
import { createJobRunner } from "../jobs/job-runner.server";
import { addressHasher } from "../suppression/address-hash.server";
import { findSuppressions } from "../suppression/find-suppressions.server";
import { suppressAddress } from "../suppression/suppress-address.server";
import { beginLeadImport, discardImportDraft, readImportDraft } from "./import-draft.server";
import type { ImportOptionsInput } from "./lead-import";
import { leadJobs } from "./lead-jobs.server";
import { exportRejectedRows, rejectedRowsUntil } from "./rejected-rows.server";
import { getLeadImport, startLeadImport, uploadLeadImport } from "./start-lead-import.server";

const instance = useTestInstance();
let site: TestSite;
let deps: Deps & { files: FileStore };

async function* inChunks(bytes: Buffer, size = 700) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function importCsv(csv: string | Buffer, options: ImportOptionsInput = {}) {
  const started = await startLeadImport(deps, site.owner as Actor, {
    workspaceId: site.workspaceId,
    file: "people.csv",
    source: inChunks(Buffer.from(csv)),
    options,
  });
  await createJobRunner(deps, "test", leadJobs(deps)).runDue();
  return getLeadImport(deps, site.workspaceId, started.id);
}

const leadBy = (email: string) =>
  deps.db
    .selectFrom("leads")
    .selectAll()
    .where("workspace_id", "=", site.workspaceId)
    .where("email_key", "=", email)
    .executeTakeFirst();

beforeAll(async () => {
  const { deps: own, folder } = instance();
  deps = { ...own, files: openFileStore({ folder: path.join(folder, "files"), keys: own.keys }) };
  site = await makeTestSite(own);
});

describe("importing leads", () => {
  it("[leads.dedupe] reads columns by their headings and merges rows of the same person", async () => {
    const done = await importCsv(
      "E-Mail;Full Name;Company\r\nada@example.org;Ada;Engines\r\nADA@example.org;;Engines Ltd\r\nbo@example.org;Bo;\r\n",
    );
    expect(done).toMatchObject({
      state: "done",
      rowsDone: 3,
      rowsTotal: 3,
      created: 2,
      merged: 1,
      rejected: 0,
    });
    expect(await leadBy("ada@example.org")).toMatchObject({
      name: "Ada",
      fields: '{"name":"Ada","company":"Engines Ltd"}',
      origin: "import",
    });
  });

  it("names the rows it leaves out and why, and takes the others", async () => {
    const done = await importCsv(
      [
        "email,name,notes,birthday",
        "cy@example.org,Cy,fine,1990-01-01",
        "nobody,No,,",
        ",Empty,,",
        "di@mailinator.com,Di,,",
        "ed@example.org,Ed,card 4111 1111 1111 1111,",
        "kim@example.org,Kim,,2015-05-05",
      ].join("\n"),
    );
    expect(done).toMatchObject({ state: "done", created: 1, rejected: 5 });
    expect(done.problems.map(({ row, kind }) => [row, kind])).toEqual([
      [3, "address"],
      [4, "no_address"],
      [5, "disposable"],
      [6, "sensitive"],
      [7, "under_age"],
    ]);
    expect(await leadBy("ed@example.org")).toBeUndefined();
    expect(await leadBy("kim@example.org")).toBeUndefined();
  });

  it("[consent.record] marks consents as imported with what was stated, and never overrides a person's own answer", async () => {
    const hashOf = await addressHasher(deps, deps.db, site.workspaceId);
    const state = (email: string) =>
      deps.db
        .selectFrom("consent_states")
        .selectAll()
        .where("workspace_id", "=", site.workspaceId)
        .where("address_hash", "=", hashOf(email))
        .executeTakeFirst();
    const options = { basis: "consent", wording: "Ticked “news” at the fair in May 2026" } as const;
    await importCsv("email\nfay@example.org\n", options);
    expect(await state("fay@example.org")).toMatchObject({ state: "granted", basis: "consent" });
    await deps.db
      .updateTable("consent_states")
      .set({ state: "withdrawn" })
      .where("address_hash", "=", hashOf("fay@example.org"))
      .execute();
    await importCsv("email\nfay@example.org\n", options);
    expect(await state("fay@example.org")).toMatchObject({ state: "withdrawn" });
    await importCsv("email\ngil@example.org\n");
    expect(await state("gil@example.org")).toBeUndefined();
    await expect(importCsv("email\nx@example.org\n", { basis: "consent" })).rejects.toThrow(/evidence/);
  });

  it("lifts no suppression, and says how many of the people may not be written to", async () => {
    const addressHash = (await addressHasher(deps, deps.db, site.workspaceId))("hal@example.org");
    await suppressAddress(
      deps,
      { kind: "visitor", ip: "" },
      { workspaceId: site.workspaceId, addressHash, reason: "unsubscribe", source: "one_click" },
    );
    const done = await importCsv("email\nhal@example.org\nian@example.org\n", {
      basis: "legitimate_interest",
      wording: "Customers of the last two years",
    });
    expect(done).toMatchObject({ created: 2, suppressed: 1 });
    expect(await findSuppressions(deps, site.workspaceId, [addressHash])).toHaveLength(1);
  });

  it("imports many rows in batches, and none twice when it is begun again", async () => {
    const rows = Array.from({ length: 1234 }, (_, n) => `p${n}@example.org,Person ${n}`);
    const started = await startLeadImport(deps, site.owner as Actor, {
      workspaceId: site.workspaceId,
      file: "many.csv",
      source: inChunks(Buffer.from(`email,name\n${rows.join("\n")}\n`)),
    });
    const { runLeadImport } = await import("./run-lead-import.server");
    const at = { workspaceId: site.workspaceId, importId: started.id };
    await runLeadImport(deps, at, async () => false);
    expect(await getLeadImport(deps, site.workspaceId, started.id)).toMatchObject({
      state: "running",
      rowsDone: 500,
    });
    await createJobRunner(deps, "test", leadJobs(deps)).runDue();
    expect(await getLeadImport(deps, site.workspaceId, started.id)).toMatchObject({
      state: "done",
      rowsDone: 1234,
      created: 1234,
      merged: 0,
    });
  });

  it("reads files of many programs, and says so where one cannot be read", async () => {
    const utf16 = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("email\tname\nju@example.org\tJü\n", "utf16le"),
    ]);
    expect(await importCsv(utf16)).toMatchObject({ state: "done", created: 1 });
    expect((await leadBy("ju@example.org"))?.name).toBe("Jü");
    const zip = await importCsv(Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0, 0]));
    expect(zip).toMatchObject({ state: "failed", problems: [{ kind: "unreadable" }] });
    const open = await importCsv('email,name\nkay@example.org,Kay\n"never closed');
    expect(open).toMatchObject({ state: "failed", created: 1 });
    await expect(importCsv("")).rejects.toThrow(/empty/);
  });

  it("gives back the rows that it left out, each with its reason, to be mended and imported again", async () => {
    const rows = Array.from({ length: 1200 }, (_, n) =>
      n % 3 === 0 ? `broken${n},Person ${n},+49 30 ${n}` : `ok${n}@example.org,Person ${n},+49 30 ${n}`,
    );
    const started = await startLeadImport(deps, site.owner as Actor, {
      workspaceId: site.workspaceId,
      file: "many.csv",
      source: inChunks(Buffer.from(`E-Mail-Adresse,Name,Phone\n${rows.join("\n")}\n`)),
    });
    const at = { workspaceId: site.workspaceId, importId: started.id };
    const { runLeadImport } = await import("./run-lead-import.server");
    await runLeadImport(deps, at, async () => false);
    await createJobRunner(deps, "test", leadJobs(deps)).runDue();
    expect(await getLeadImport(deps, site.workspaceId, started.id)).toMatchObject({
      state: "done",
      created: 800,
      rejected: 400,
    });
    const read = async () => {
      let text = "";
      for await (const part of await exportRejectedRows(deps, site.owner as Actor, at)) text += part;
      return text;
    };
    const file = await read();
    const lines = file.trim().split("\r\n");
    expect(lines).toHaveLength(401);
    expect(lines[0]).toBe("E-Mail-Adresse,Name,Phone,foyer_line,foyer_reason");
    expect(lines[1]).toBe("broken0,Person 0,'+49 30 0,2,The e-mail address cannot exist. broken0");
    expect(lines.at(-1)).toMatch(/^broken1197,.*,1199,/);

    const mended = await importCsv(file.replaceAll(/^broken(\d+)/gm, "mended$1@example.org"));
    expect(mended).toMatchObject({ state: "done", created: 400, rejected: 0 });
    expect(JSON.parse((await leadBy("mended3@example.org"))?.fields ?? "")).toEqual({
      name: "Person 3",
      phone: "+49 30 3",
    });
    expect(rejectedRowsUntil(mended, deps.clock.now())).toBeUndefined();

    instance().deps.clock.advance(7 * 86_400_000 + 1);
    await createJobRunner(deps, "test", leadJobs(deps)).runDue();
    await expect(read()).rejects.toMatchObject({ kind: "gone" });
    expect(await deps.files.get(`${at.workspaceId}/${at.importId}/rejected-000000000`)).toBeUndefined();
  });

  it("takes no row of a file without headings or without addresses, and says what to do", async () => {
    const headless = await importCsv("lea@example.org,Lea\nmo@example.org,Mo\n");
    expect(headless).toMatchObject({ state: "failed", created: 0, problems: [{ kind: "no_headings" }] });
    const nameless = await importCsv("Name,Town\nLea,Graz\n");
    expect(nameless).toMatchObject({
      state: "failed",
      rejected: 0,
      problems: [{ row: 1, kind: "no_email_column", detail: "Name, Town" }],
    });
  });

  it("keeps any text as it is", async () => {
    const strings = naughtyStrings.filter(
      (text) => text.trim() === text && text !== "" && !/[\r\n\0]/.test(text),
    );
    const rows = strings.map((text, n) => `b${n}@example.org,"${text.replaceAll('"', '""')}"`);
    const done = await importCsv(`email,words\n${rows.join("\n")}\n`);
    expect(done.created + done.rejected).toBe(strings.length);
    for (const n of [0, 7, 100, strings.length - 1]) {
      const lead = await leadBy(`b${n}@example.org`);
      if (lead) expect(JSON.parse(lead.fields).words).toBe(strings[n]);
    }
  });
});

describe("a file that was uploaded and not begun", () => {
  const upload = async (csv: string) => {
    const draft = await uploadLeadImport(deps, {
      ...{ workspaceId: site.workspaceId, file: "people.csv" },
      source: inChunks(Buffer.from(csv)),
    });
    return { workspaceId: site.workspaceId, importId: draft.id };
  };
  const runJobs = () => createJobRunner(deps, "test", leadJobs(deps)).runDue();
  const begin = (at: { workspaceId: string; importId: string }, columns: Record<string, string>) =>
    beginLeadImport(deps, site.owner as Actor, { ...at, options: { columns } });

  it("tells its columns with what they seem to hold and the first values, and imports nobody", async () => {
    const at = await upload(
      "Kontakt,Vorname,Ort,Ort,__proto__\nva@draft.example,Va,Wien,,1\nvb@draft.example,Vb,,Graz,1",
    );
    await runJobs();
    expect(await readImportDraft(deps, at)).toEqual({
      file: "people.csv",
      rows: 2,
      hasNoHeadings: false,
      columns: [
        { heading: "Kontakt", field: "email", examples: ["va@draft.example", "vb@draft.example"] },
        { heading: "Vorname", field: "first_name", examples: ["Va", "Vb"] },
        { heading: "Ort", field: "ort", examples: ["Wien", "Graz"] },
        { heading: "__proto__", field: "proto", examples: ["1"] },
      ],
    });
    expect(await leadBy("va@draft.example")).toBeUndefined();
    expect(await getLeadImport(deps, at.workspaceId, at.importId)).toMatchObject({ state: "draft" });
  });

  it("becomes leads as somebody says, once", async () => {
    const at = await upload("email,old mail,town,notes\nvc@draft.example,vd@draft.example,Wien,secret\n");
    await begin(at, { email: "former", "old mail": "email", town: "city", notes: "" });
    await runJobs();
    expect(await leadBy("vd@draft.example")).toMatchObject({
      fields: '{"former":"vc@draft.example","city":"Wien"}',
    });
    expect(await leadBy("vc@draft.example")).toBeUndefined();
    await expect(begin(at, { email: "email" })).rejects.toMatchObject({ code: "import_not_draft" });
    await expect(readImportDraft(deps, at)).rejects.toMatchObject({ code: "import_not_draft" });
    expect(await discardImportDraft(deps, at)).toBe(false);
    expect(await getLeadImport(deps, at.workspaceId, at.importId)).toMatchObject({
      state: "done",
      created: 1,
    });
  });

  it("is refused without an address, with two, or without headings, and waits on", async () => {
    const at = await upload("mail,town\nve@draft.example,Wien\n");
    await expect(begin(at, { mail: "", town: "city" })).rejects.toThrow("Say which column holds");
    await expect(begin(at, { mail: "email", town: "email" })).rejects.toThrow("between “mail” and “town”");
    expect(await readImportDraft(deps, at)).toMatchObject({ rows: 1 });
    const bare = await upload("vf@draft.example,Wien\nvg@draft.example,Graz\n");
    expect(await readImportDraft(deps, bare)).toMatchObject({ hasNoHeadings: true });
    await expect(begin(bare, {})).rejects.toMatchObject({ code: "import_no_headings" });
  });

  it("may call a column whatever it likes", async () => {
    const at = await upload("__proto__,constructor,mail\nx,y,vi@draft.example\n");
    await begin(at, JSON.parse('{"__proto__":"","constructor":"note","mail":"email"}'));
    await runJobs();
    expect(await leadBy("vi@draft.example")).toBeDefined();
  });

  it("is gone with its file after a day, also when somebody threw it away and that died in the middle", async () => {
    const halfGone = await upload("email\nvj@draft.example\n");
    await deps.db.deleteFrom("lead_imports").where("id", "=", halfGone.importId).execute();
    const at = await upload("email\nvh@draft.example\n");
    instance().deps.clock.advance(25 * 3_600_000);
    await runJobs();
    await expect(getLeadImport(deps, at.workspaceId, at.importId)).rejects.toMatchObject({
      code: "import_not_found",
    });
    for (const { workspaceId, importId } of [at, halfGone])
      expect(await deps.files.get(`${workspaceId}/${importId}/part-000000`)).toBeUndefined();
  });
});
