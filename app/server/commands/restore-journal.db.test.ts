import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createConnection } from "mysql2/promise";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { withdrawConsent } from "~/domain/consent/withdraw-consent.server";
import { createLead } from "~/domain/leads/create-lead.server";
import { deleteLead } from "~/domain/leads/delete-leads.server";
import { recipientToken } from "~/domain/suppression/recipient-token.server";
import { suppressAddress } from "~/domain/suppression/suppress-address.server";
import { findWorkspaceBySlug } from "~/domain/workspaces/find-workspace.server";
import { JournalUnavailableError } from "~/lib/journal.server";
import { newDatabaseUrl } from "~/testing/db/test-deps";
import { useTestApp } from "~/testing/http/test-app";
import { insertTestWorkspace } from "~/testing/insert-workspace";
import { quietHost, runLine } from "~/testing/run-line";

const addressHash = "ab".repeat(16);
const visitor = { kind: "visitor", ip: "" } as const;
const nowhere = "mysql://root@127.0.0.1:1/journal";

describe("a second place of the journal that is away", () => {
  const instance = useTestApp({ JOURNAL_URL: nowhere });

  it("holds the opt-out at once, but tells nobody that it is safe [email.unsubscribe]", async () => {
    const { app, deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "away");
    const token = recipientToken(deps, "unsubscribe", {
      workspaceId,
      topicId: "",
      addressHash,
      deliveryId: "",
    });
    const answer = await app.inject({
      method: "POST",
      url: `/u/${token}`,
      headers: { host: "localhost:3000", "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["retry-after"]).toBe("5");
    expect(answer.json().code).toBe("journal_unavailable");
    const rows = await deps.db.selectFrom("suppressions").select("address_hash").execute();
    expect(rows).toEqual([{ address_hash: addressHash }]);
  });

  it("stores no withdrawal and no erasure that it could not write down", async () => {
    const { deps } = instance();
    const workspaceId = await insertTestWorkspace(deps, "away-too");
    const { lead } = await createLead(deps, visitor, { workspaceId, email: "stay@example.org" });
    const act = { workspaceId, addressHash, purpose: "mail", method: "preferences" } as const;
    await expect(withdrawConsent(deps, visitor, act)).rejects.toBeInstanceOf(JournalUnavailableError);
    await expect(deleteLead(deps, visitor, { workspaceId, leadId: lead.id })).rejects.toBeInstanceOf(
      JournalUnavailableError,
    );
    expect(await deps.db.selectFrom("consents").select("id").execute()).toEqual([]);
    expect(await deps.db.selectFrom("leads").select("id").execute()).toEqual([{ id: lead.id }]);
  });

  it("is a problem for the doctor, and stops a restore before it changes anything", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "foyer-journal-"));
    const environment = {
      DATABASE_URL: await newDatabaseUrl(folder),
      FOYER_DATA: folder,
      FOYER_SECRET: "a-secret-for-tests-of-32-characters-or-more",
      JOURNAL_URL: nowhere,
    };
    const { json } = await runLine("doctor --json", environment);
    const found = json.checks.find((check: { name: string }) => check.name === "journal");
    expect(found).toMatchObject({ state: "problem", words: expect.stringContaining("JOURNAL_URL") });
    const same = { ...environment, JOURNAL_URL: "mysql://a@b/c", DATABASE_URL: "mysql://a@b/c" };
    expect((await runLine("doctor", same)).wrong).toContain("must not be the database itself");
    rmSync(folder, { recursive: true, force: true });
  });
});

if (process.env.DB === "mysql") {
  describe("a journal in a second database", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "foyer-journal-"));
    let environment: Record<string, string> = {};
    let workspaceId = "";
    const run = (line: string, change: Record<string, string> = {}) =>
      runLine(line, { ...environment, ...change });

    beforeAll(async () => {
      environment = {
        DATABASE_URL: await newDatabaseUrl(folder),
        JOURNAL_URL: await newDatabaseUrl(folder),
        FOYER_DATA: path.join(folder, "data"),
        FOYER_SECRET: "a-secret-for-tests-of-32-characters-or-more",
        FOYER_PASSWORD: "harbour-lantern-42-quay",
      };
      await run("migrate");
      await run("user create --email op@example.org --operator");
      await run("workspace create --slug harbour-cafe --name Harbour --owner op@example.org");
    });
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    const journal = async (): Promise<{ kind: string }[]> => {
      const connection = await createConnection(environment.JOURNAL_URL ?? inject("mariadbUrl"));
      const [rows] = await connection.query("select line from foyer_journal order by id");
      await connection.end();
      return (rows as { line: string }[]).map((row) => JSON.parse(row.line));
    };

    it("holds opt-outs, withdrawals and erasures, hashes and ids only, when they are answered", async () => {
      const instance = await quietHost(environment).open();
      const { deps } = instance;
      workspaceId = (await findWorkspaceBySlug(deps, "harbour-cafe"))?.id ?? "";
      await suppressAddress(deps, visitor, {
        workspaceId,
        addressHash,
        reason: "unsubscribe",
        source: "page",
      });
      expect((await journal()).at(-1)).toMatchObject({ kind: "suppression", workspaceId, addressHash });
      const act = { workspaceId, addressHash, purpose: "mail", method: "preferences" } as const;
      await withdrawConsent(deps, visitor, act);
      expect((await journal()).at(-1)).toMatchObject({ kind: "consent.withdrawn", purpose: "mail" });
      const { lead } = await createLead(deps, visitor, { workspaceId, email: "gone@example.org" });
      await deleteLead(deps, visitor, { workspaceId, leadId: lead.id });
      expect((await journal()).at(-1)).toMatchObject({ kind: "lead.erased", leadId: lead.id });
      expect(JSON.stringify(await journal())).not.toContain("gone@");
      await instance.close();
    });

    it("gives back what a dump put back has forgotten, on a new machine [account.backup]", async () => {
      const asDumped = async () => {
        const { deps, close } = await quietHost(environment).open();
        await deps.db.deleteFrom("suppressions").execute();
        await deps.db.deleteFrom("consent_states").execute();
        await close();
      };
      await asDumped();
      const since = new Date(Date.now() - 60_000).toISOString();
      const fresh = { FOYER_DATA: path.join(folder, "new-machine") };
      expect(await run(`restore --since ${since}`, { ...fresh, JOURNAL_URL: "" })).toMatchObject({
        code: 1,
        wrong: expect.stringContaining("no journal"),
      });
      expect((await run("restore --since yesterday", fresh)).code).toBe(2);
      expect((await run("restore dump.sql", fresh)).wrong).toContain("its own tool");
      const done = await run(`restore --since ${since} --json`, fresh);
      expect(done).toMatchObject({ code: 0, json: { replayed: 2, marketing_blocked: false } });
      const { deps, close } = await quietHost(environment).open();
      const optOuts = await deps.db.selectFrom("suppressions").select("address_hash").execute();
      expect(optOuts).toEqual([{ address_hash: addressHash }]);
      const states = await deps.db.selectFrom("consent_states").select("state").execute();
      expect(states).toEqual([{ state: "withdrawn" }]);
      await close();
    });

    it("is asked for by the doctor, and blocks marketing where a restore went without", async () => {
      const words = async (change: Record<string, string>) =>
        (await run("doctor", change)).text.split("\n").filter((line) => / (journal|marketing) /.test(line));
      expect((await words({ JOURNAL_URL: "" })).join()).toContain("Set JOURNAL_URL to a second database");
      expect((await words({})).join()).toContain("on the same server");
      const since = new Date().toISOString();
      const blocked = await run(`restore --since ${since} --without-journal --json`, { JOURNAL_URL: "" });
      expect(blocked.json.marketing_blocked).toBe(true);
      expect((await words({})).join()).toContain("No campaign leaves");
    });
  });
}
