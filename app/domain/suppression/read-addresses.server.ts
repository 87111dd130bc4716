import { type CsvRow, readCsv } from "~/lib/csv.server";
import { CsvUnreadable } from "~/lib/csv-encoding.server";
import { parseEmailAddress } from "~/lib/email-address";
import { DomainError } from "../domain-error";
import { tooMany } from "./suppress-emails.server";
import { mostAddresses } from "./suppression";

/** What a list holds: addresses, each once, and what is none. */
export interface AddressList {
  addresses: string[];
  /** How often an address stood there again. */
  repeats: number;
  /** The first of what is no address, as it was written. */
  wrong: string[];
  wrongCount: number;
}

const shownWrong = 10;

function createList() {
  const seen = new Set<string>();
  const list: AddressList = { addresses: [], repeats: 0, wrong: [], wrongCount: 0 };
  const add = (written: string) => {
    const parsed = parseEmailAddress(written);
    if (!parsed.ok) {
      list.wrongCount += 1;
      if (list.wrong.length < shownWrong) list.wrong.push(written.slice(0, 80));
      return;
    }
    const key = parsed.address.toLowerCase();
    if (seen.has(key)) list.repeats += 1;
    else {
      if (seen.size >= mostAddresses) throw tooMany();
      seen.add(key);
      list.addresses.push(parsed.address);
    }
  };
  return { list, add };
}

/** `Ada Lovelace <ada@example.org>` as mail programs copy it. */
const inBrackets = /<([^<>]+)>$/;

/** Addresses that were typed or pasted: one a line, or between commas and semicolons. */
export function readAddressText(text: string): AddressList {
  const { list, add } = createList();
  for (const part of text.split(/[\r\n,;\t]+/)) {
    const written = part.trim();
    if (written) add(inBrackets.exec(written)?.[1] ?? written);
  }
  return list;
}

const isAddress = (value: string | undefined): boolean => parseEmailAddress(value ?? "").ok;

/** Where the addresses are: a heading that says so, else the first column that holds one. */
function columnOf(header: readonly string[], first: readonly string[]): number {
  const named = header.findIndex((heading) => /^e-?mail\b|\be-?mail( address)?$/i.test(heading.trim()));
  return named >= 0 ? named : first.findIndex(isAddress);
}

/** The addresses of a CSV file, with or without a row of headings. */
export async function readAddressFile(source: AsyncIterable<Uint8Array>): Promise<AddressList> {
  const { list, add } = createList();
  try {
    const { header, rows } = await readCsv(source);
    const isHeaded = !header.some(isAddress);
    let column = isHeaded ? -1 : header.findIndex(isAddress);
    if (!isHeaded) add(header[column] ?? "");
    for await (const { values } of rows as AsyncIterable<CsvRow>) {
      if (column < 0) column = columnOf(header, values);
      if (column < 0) continue;
      const written = values[column]?.trim();
      if (written) add(inBrackets.exec(written)?.[1] ?? written);
    }
  } catch (error) {
    if (!(error instanceof CsvUnreadable)) throw error;
    throw new DomainError("invalid", "file_unreadable", error.safeMessage, {
      fields: { file: error.safeMessage },
    });
  }
  return list;
}
