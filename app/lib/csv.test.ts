import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { collectionOf } from "~/testing/collections";
import { type CsvReading, csvChunks, formatCsv, markedCsv, readCsv } from "./csv.server";
import { sniffDelimiter } from "./csv-delimiter";

async function* inPieces(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

const rowsOf = async (reading: CsvReading) => {
  const rows: string[][] = [];
  for await (const { values } of reading.rows) rows.push(values);
  return rows;
};

const read = async (bytes: Uint8Array) => {
  const reading = await readCsv(inPieces(bytes));
  return { ...reading, rows: await rowsOf(reading) };
};

async function* rowsOfOne() {
  yield ["zoë@example.org"];
}

const utf16be = (text: string) => Buffer.from(text, "utf16le").swap16();

describe("a CSV file", () => {
  test.each([
    ["utf-8", Buffer.from("email,name\r\njane@example.org,Zoë Müller\r\n")],
    ["utf-8", Buffer.from("\uFEFFemail,name\njane@example.org,Zoë Müller\n")],
    ["utf-16le", Buffer.from("\uFEFFemail,name\njane@example.org,Zoë Müller", "utf16le")],
    ["utf-16le", Buffer.from("email,name\njane@example.org,Zoë Müller", "utf16le")],
    ["utf-16be", utf16be("\uFEFFemail,name\njane@example.org,Zoë Müller")],
    ["windows-1252", Buffer.from("email,name\njane@example.org,Zoë Müller", "latin1")],
  ])("is read in %s", async (encoding, bytes) => {
    const file = await read(bytes);
    expect(file.encoding).toBe(encoding);
    expect(file.header).toEqual(["email", "name"]);
    expect(file.rows).toEqual([["jane@example.org", "Zoë Müller"]]);
  });

  it("may turn out to be Latin-1 long after its beginning", async () => {
    const plain = "jane@example.org,Jane\n".repeat(5000);
    const file = await read(Buffer.from(`email,name\n${plain}zoe@example.org,Zoë\n`, "latin1"));
    expect(file.rows.at(-1)).toEqual(["zoe@example.org", "Zoë"]);
    expect(file.rows).toHaveLength(5001);
  });

  test.each([
    [",", 'a,b,c\n"x; y; z",2,3\n'],
    [";", "a;b;c\n1,5;2,5;3,5\n"],
    ["\t", "a\tb\n1, 2\t3\n"],
    ["|", "a|b\n1|2\n"],
    [",", "email\njane@example.org\n"],
    [";", 'sep=;\n"a,b";c\n'],
  ])("has its delimiter found out: %j", async (delimiter, text) => {
    expect((await read(Buffer.from(text))).delimiter).toBe(delimiter);
  });

  it("may start with the line in which Excel names the delimiter", async () => {
    const file = await read(Buffer.from("sep=;\r\nemail;name\r\njane@example.org;Jane\r\n"));
    expect(file.header).toEqual(["email", "name"]);
  });

  it("keeps rows that are shorter or longer than the header, and tells their lines", async () => {
    const reading = await readCsv(inPieces(Buffer.from('a,b\n1\n\n"x\ny",2,3\n')));
    const rows = [];
    for await (const row of reading.rows) rows.push(row);
    expect(rows).toEqual([
      { line: 2, values: ["1"] },
      { line: 5, values: ["x\ny", "2", "3"] },
    ]);
  });

  test.each([
    ["empty", Buffer.from("")],
    ["empty", Buffer.from("\n\n")],
    ["spreadsheet", Buffer.from("PK\u0003\u0004xl/workbook.xml")],
    ["binary", Buffer.from([1, 0, 0, 2, 3, 0, 255, 7, 8, 9, 10, 11])],
  ])("is refused when it is %s", async (problem, bytes) => {
    await expect(readCsv(inPieces(bytes))).rejects.toMatchObject({ problem });
  });

  it("gives the rows before a quotation mark that is never closed, then says where", async () => {
    const reading = await readCsv(inPieces(Buffer.from('email\njane@example.org\n"open\nmore\n')));
    const before: string[][] = [];
    const walk = async () => {
      for await (const { values } of reading.rows) before.push(values);
    };
    await expect(walk()).rejects.toMatchObject({ problem: "open_quote", line: 3 });
    expect(before).toEqual([["jane@example.org"]]);
  });

  it("stops at a record of more than a million characters", async () => {
    const reading = await readCsv(inPieces(Buffer.from(`email\n"${"x".repeat(1_200_000)}`), 65_536));
    await expect(rowsOf(reading)).rejects.toMatchObject({ problem: "broken_record" });
  });

  it("written for people runs no formula in a spreadsheet", () => {
    const text = formatCsv([
      ['=HYPERLINK("http://x")', "+1", "-1", "@sum", "\tx", "plain", 'say "hi"', null, 3],
    ]);
    expect(text).toBe(`"'=HYPERLINK(""http://x"")",'+1,'-1,'@sum,'\tx,plain,"say ""hi""",,3\r\n`);
  });

  it("written in batches is one file", async () => {
    async function* rows() {
      for (let id = 1; id <= 5; id += 1) yield [id, `name ${id}`];
    }
    let file = "";
    for await (const chunk of csvChunks(["id", "name"], rows(), 2)) file += chunk;
    expect(file).toBe("id,name\r\n1,name 1\r\n2,name 2\r\n3,name 3\r\n4,name 4\r\n5,name 5\r\n");
  });

  it("for spreadsheets bears the mark of UTF-8, and is read without it", async () => {
    let file = "";
    for await (const chunk of markedCsv(csvChunks(["email"], rowsOfOne()))) file += chunk;
    expect(file).toBe("\uFEFFemail\r\nzoë@example.org\r\n");
    expect((await read(Buffer.from(file))).header).toEqual(["email"]);
  });

  it("without any delimiter is taken as one column", () => {
    expect(sniffDelimiter("email\njane@example.org")).toBe(",");
    expect(sniffDelimiter("")).toBe(",");
  });
});

const spectrum = collectionOf("csv");

describe.skipIf(!spectrum.isHere)("CSV files judged by others", () => {
  // location_coordinates contradicts its own JSON.
  const names = (spectrum.isHere ? readdirSync(`${spectrum.at}/csvs`) : []).map((file) =>
    file.replace(".csv", ""),
  );

  test.each(names.filter((name) => name !== "location_coordinates"))("%s", async (name) => {
    const { header, rows } = await read(readFileSync(`${spectrum.at}/csvs/${name}.csv`));
    const objects = rows.map((values) =>
      Object.fromEntries(header.map((column, at) => [column, values[at] ?? ""])),
    );
    expect(objects).toEqual(JSON.parse(readFileSync(`${spectrum.at}/json/${name}.json`, "utf8")));
  });
});
