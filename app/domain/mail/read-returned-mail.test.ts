import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { collectionOf } from "~/testing/collections";
import { readReturnedMail } from "./read-returned-mail";

const bounces = collectionOf("bounces");
const real = (name: string) => readReturnedMail(readFileSync(path.join(bounces.at, name), "latin1"));

const report = (lines: string) =>
  `From: MAILER-DAEMON@mx.example\r\nContent-Type: multipart/report; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nSorry.\r\n--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; a@b.example\r\n${lines}\r\n--x--\r\n`;

describe("returned mail", () => {
  it("says that an address is gone, or that a message was refused for now", () => {
    expect(readReturnedMail(report("Action: failed\r\nStatus: 5.1.1"))).toBe("bounced");
    expect(readReturnedMail(report("Action: failed\r\nStatus: 5.7.1 (blocked)"))).toBe("blocked");
    expect(readReturnedMail(report("Action: delivered\r\nStatus: 2.0.0"))).toBe("delivered");
  });

  it("that is only delayed says nothing yet", () => {
    expect(readReturnedMail(report("Action: delayed\r\nStatus: 4.4.1"))).toBeUndefined();
  });

  it("that is an automatic answer of a person, or anything else, counts for nothing", () => {
    const away =
      "From: jane@b.example\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nUser unknown until Monday 550 5.1.1";
    expect(readReturnedMail(away)).toBeUndefined();
    for (const text of ["", "x", "\r\n\r\n", "Content-Type: message/delivery-status", "\0\0"]) {
      expect(readReturnedMail(text)).toBeUndefined();
    }
  });

  it("that complains by a feedback report is a complaint", () => {
    const raw =
      "From: fbl@isp.example\r\n\r\n--x\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n--x--";
    expect(readReturnedMail(raw)).toBe("complained");
    expect(readReturnedMail(raw.replace("abuse", "not-spam"))).toBeUndefined();
  });
});

describe.skipIf(!bounces.isHere)("real bounces", () => {
  it("of mail systems that write reports are understood", () => {
    expect(real("postfix/55.2e3daf90")).toBe("bounced");
    expect(real("postfix/56.12731dea")).toBe("blocked");
    for (const name of ["dsn_05", "dsn_06", "dsn_17"]) expect(real(`flufl/${name}.txt`)).toBeUndefined();
  });

  it("of mail systems that write no report is understood by its words", () => {
    for (const name of ["exim_01", "postfix_01", "qmail_03", "yahoo_11"]) {
      expect(real(`flufl/${name}.txt`), name).toBe("bounced");
    }
    for (const name of ["dsn_03", "aol_01", "sendmail_01", "simple_17", "smtp32_01", "yahoo_02"]) {
      expect(real(`flufl/${name}.txt`), name).toBe("blocked");
    }
  });

  it("that are automatic answers count for nothing", () => {
    expect(real("flufl/qmail_08.txt")).toBeUndefined();
  });
});
