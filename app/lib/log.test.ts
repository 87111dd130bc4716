import { describe, expect, it } from "vitest";
import { loggedError } from "./log.server";

/** As mysql2 throws it. */
const refused = (sqlMessage: string) =>
  Object.assign(new Error(sqlMessage), {
    code: "ER_DUP_ENTRY",
    errno: 1062,
    sqlState: "23000",
    sqlMessage,
    sql: "insert into `leads` (`email`) values ('ada@example.org')",
  });

describe("an error in the log", () => {
  it("tells what the database said, without the statement and the values of anybody", () => {
    const error = refused("Duplicate entry '01M8-ada@example.org' for key 'leads.email_key'");
    const logged = loggedError(new Error("Storing failed", { cause: error }));
    const plain = JSON.stringify([logged, loggedError(error)]);
    expect(plain).not.toContain("ada@");
    expect(plain).toContain("Duplicate entry '…' for key 'leads.email_key'");
    expect(loggedError(error)).toMatchObject({ code: "ER_DUP_ENTRY", errno: 1062 });
  });

  it("says nothing of what could not be read as a text or a number", () => {
    const said = [
      "Incorrect string value: '\\xF0 o'neill@example.org' for column `foyer`.`leads`.`name` at row 1",
      "Truncated incorrect DOUBLE value: 'o'neill@example.org'",
    ];
    for (const words of said) expect(JSON.stringify(loggedError(refused(words)))).not.toContain("neill");
  });

  it("keeps names of columns, files and places in the code", () => {
    const logged = loggedError(new Error("Unknown column 'loose_key' in 'WHERE'")) as { stack: string };
    expect(logged).toMatchObject({ message: "Unknown column 'loose_key' in 'WHERE'" });
    expect(logged.stack).toContain("log.test.ts");
  });
});
