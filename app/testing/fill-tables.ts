import { randomBytes } from "node:crypto";
import type { Kysely } from "kysely";
import type { Deps } from "~/domain/deps";
import { addressHasher } from "~/domain/suppression/address-hash.server";
import { htmlToPageDocument } from "~builder/document/html-to-document";
import { htmlToMailDocument } from "~builder/document/mail-document";
import { exportedTables, type TableEntry } from "~db/data-map";

type Row = Record<string, string | number | null>;

const nasty = ["=SUM(A1:A9)", 'Zoë, "Weiß"\nand Łukasz', "a\u2028b\u00a0c 日本 🎈", "@cmd|' /C calc'!A0"];

const states: Record<string, string> = {
  campaigns: "sent",
  deliveries: "sent",
  senders: "unverified",
  lead_imports: "done",
  terminations: "cancelled",
  consent_states: "granted",
  submissions: "accepted",
};

/** Rows of its own for each exported table of a workspace, made from the definitions: awkward but valid values. */
export async function fillExportedTables(deps: Deps, workspaceId: string, perTable: number): Promise<void> {
  const hash = await addressHasher(deps, deps.db, workspaceId);
  const page = JSON.stringify(
    htmlToPageDocument({
      html: '<h1>Hi</h1><form><label>Mail <input name="email" type="email"></label></form>',
    }).document,
  );
  const mail = JSON.stringify(htmlToMailDocument("<p>Hello {{name}}</p>").document);
  const value = (entry: TableEntry, name: string, index: number): string | number | null => {
    const { spec } = entry.spec.columns[name] as { spec: import("~db/schema/define").ColumnSpec };
    if (name === "workspace_id") return workspaceId;
    if (spec.nullable && index % 2 === 0) return null;
    if (name === "email") return `Person.${index}@example.org`;
    if (name === "email_key") return `person.${index}@example.org`;
    if (name === "address_hash") return hash(`person.${index}@example.org`);
    if (name === "state") return states[entry.name] ?? "done";
    if (name === "act") return index % 2 ? "imported" : "withdrawn";
    if (name === "action") return "appeal";
    if (name === "document") return entry.name === "campaigns" ? mail : page;
    if (name === "canonical") return `https://else.example/${index}`;
    if (name === "domain") return `www.shop-${index}.example`;
    if (name === "source" && entry.name === "site_redirects") return `/old-${index}`;
    if (name === "target" && entry.name === "site_redirects") return `https://else.example/${index}`;
    if (name === "links") return '["https://example.com/a?b=c"]';
    if (entry.name === "testimonials") {
      if (name === "picture") return "";
      const said = { words: nasty[index % nasty.length], name: "Ada", role: "", picture: "", siteId: "" };
      if (name === "asked" || name === "shown") return JSON.stringify(said);
    }
    if (entry.name === "third_parties") {
      const plain: Record<string, string> = {
        category: "analytics",
        scripts: `["https://count${index}.example/a.js"]`,
        hosts: '["https://*.example.org"]',
        stored_names: '["_count*"]',
        privacy_url: "https://example.org/privacy",
        start_code: "window.counts = []",
      };
      const given = plain[name];
      if (given !== undefined) return given;
    }
    if (name === "variants" || name === "allocation" || name === "changes") return "[]";
    if (name === "variant_of" || name === "variant_id" || name === "conclusion") return "";
    if (name === "segment" || name === "lease_owner") return "";
    if (name === "lead_id" && entry.name === "visits") return "";
    if (name === "lease_until" || name === "lease_epoch") return 0;
    switch (spec.type) {
      case "id":
        return deps.ids.next();
      case "ascii":
        return (spec.length ?? 0) >= 26 ? deps.ids.next() : `v${index}`.slice(0, spec.length);
      case "text":
        return `${nasty[index % nasty.length]} ${index}`.slice(0, spec.length);
      case "long":
        return spec.json ? JSON.stringify({ say: nasty[index % nasty.length] }) : `<p>${nasty[1]}</p>`;
      case "bool":
        return index % 2;
      case "ms":
        return deps.clock.now() + index;
      default:
        return randomBytes(3).readUIntBE(0, 3);
    }
  };
  for (const entry of exportedTables) {
    if (entry.name === "workspaces") continue;
    const rows = Array.from({ length: perTable }, (_, index) =>
      Object.fromEntries(
        Object.keys(entry.spec.columns).map((name): [string, Row[string]] => [
          name,
          value(entry, name, index),
        ]),
      ),
    );
    const untyped = deps.db as unknown as Kysely<Record<string, Row>>;
    await untyped.insertInto(entry.name).values(rows).execute();
  }
}
