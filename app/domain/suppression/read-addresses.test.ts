import { describe, expect, it } from "vitest";
import { readAddressFile, readAddressText } from "./read-addresses.server";

async function* file(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

describe("addresses that were pasted", () => {
  it("may stand on lines, between commas or beside names, and count once", () => {
    const list = readAddressText(
      "ann@example.org, bo@example.org;\nCy Young <cy@example.org>\r\n\n ANN@example.org \tdi@example.org",
    );
    expect(list.addresses).toEqual(["ann@example.org", "bo@example.org", "cy@example.org", "di@example.org"]);
    expect(list).toMatchObject({ repeats: 1, wrongCount: 0 });
  });

  it("are told apart from what is none", () => {
    const list = readAddressText("ann@example.org\nbo.example.org\nnobody");
    expect(list).toMatchObject({ wrong: ["bo.example.org", "nobody"], wrongCount: 2 });
  });
});

describe("a file of addresses", () => {
  it("is read by the column whose heading says so, however the tool that made it calls it", async () => {
    for (const heading of ["email", "Email Address", "E-Mail", "EMAIL", "Subscriber email"]) {
      const list = await readAddressFile(
        file(`Name,${heading},Referrer\nAnn,ann@example.org,bo@example.org\n`),
      );
      expect([heading, list.addresses]).toEqual([heading, ["ann@example.org"]]);
    }
  });

  it("needs no row of headings, and no heading that is known", async () => {
    expect((await readAddressFile(file("ann@example.org\nbo@example.org\n"))).addresses).toHaveLength(2);
    const list = await readAddressFile(file("Who;Recipient\nAnn;ann@example.org\nBo;bo@\n"));
    expect(list).toMatchObject({ addresses: ["ann@example.org"], wrong: ["bo@"] });
  });

  it("says why it cannot be read", async () => {
    const zip = file("PK\u0003\u0004 and so on");
    await expect(readAddressFile(zip)).rejects.toMatchObject({ code: "file_unreadable" });
    await expect(readAddressFile(file(""))).rejects.toMatchObject({ code: "file_unreadable" });
  });
});
