import { DomainError } from "~/domain/domain-error";
import { findLeadsOfAddresses } from "~/domain/leads/find-leads-of-addresses.server";
import { addressHasher } from "~/domain/suppression/address-hash.server";
import { findSuppressions } from "~/domain/suppression/find-suppressions.server";
import {
  type AddressList,
  readAddressFile,
  readAddressText,
} from "~/domain/suppression/read-addresses.server";
import { covers } from "~/domain/suppression/suppression";
import { storedId } from "~/lib/ids";
import type { ServerDeps } from "~/server/server-deps";

/** What would happen, in numbers, before it does. */
export interface Review extends AddressList {
  /** Of the addresses: those that are suppressed already. */
  standing: number;
  /** Of the addresses: those of leads. */
  leads: number;
  reason: string;
  topic: string;
  note: string;
}

const step = 1000;

export async function reviewSuppressions(deps: ServerDeps, workspaceId: string, form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "");
  const file = form.get("file");
  const isFile = file instanceof File && file.size > 0;
  const list = isFile
    ? await readAddressFile(file.stream() as unknown as AsyncIterable<Uint8Array>)
    : readAddressText(text("addresses"));
  if (list.addresses.length === 0) {
    const message = isFile
      ? "There is no e-mail address in this file. Nothing was changed."
      : "Enter at least one e-mail address. Nothing was changed.";
    throw new DomainError("invalid", "email_invalid", message, {
      fields: { [isFile ? "file" : "addresses"]: "Addresses look like name@example.org." },
    });
  }
  const topicId = storedId("topic", text("topic")) ?? "";
  const hash = await addressHasher(deps, deps.db, workspaceId);
  const hashes = list.addresses.map(hash);
  let standing = 0;
  let leads = 0;
  for (let from = 0; from < hashes.length; from += step) {
    const some = hashes.slice(from, from + step);
    const found = await findSuppressions(deps, workspaceId, some);
    standing += new Set(found.filter((row) => covers(row, topicId)).map((row) => row.addressHash)).size;
    leads += (await findLeadsOfAddresses(deps, workspaceId, some)).size;
  }
  const review: Review = {
    ...list,
    ...{ standing, leads, reason: text("reason"), topic: text("topic"), note: text("note") },
  };
  return { review };
}
