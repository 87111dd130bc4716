import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bytesToId, idToBytes, signToken, verifyToken } from "./signed-token.server";

const key = { shortId: 7, secret: randomBytes(32) };
const find = (shortId: number) => (shortId === key.shortId ? key.secret : undefined);
const kinds = [1, 2, 3, 4, 5, 6, 7, 8, 9];
const body = randomBytes(48);

describe("a signed token", () => {
  it("reads back for its own purpose and for no other", () => {
    for (const kind of kinds) {
      const token = signToken(key, kind, body);
      for (const asked of kinds) {
        expect(verifyToken(find, asked, token)?.equals(body) ?? false, `${kind} as ${asked}`).toBe(
          kind === asked,
        );
      }
    }
  });

  it("is refused with any one character changed, left out or added", () => {
    const token = signToken(key, 1, body);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === "A" ? "B" : "A";
      for (const wrong of [
        token.slice(0, at) + other + token.slice(at + 1),
        token.slice(0, at) + token.slice(at + 1),
        token.slice(0, at) + other + token.slice(at),
      ]) {
        if (wrong !== token) expect(verifyToken(find, 1, wrong), wrong).toBeUndefined();
      }
    }
  });

  it("is refused when signed with a key that is not ours", () => {
    expect(verifyToken(find, 1, signToken({ ...key, secret: randomBytes(32) }, 1, body))).toBeUndefined();
    expect(verifyToken(find, 1, signToken({ ...key, shortId: 8 }, 1, body))).toBeUndefined();
  });

  it.each(["", "x", "..", "%00", "a".repeat(500), "é".repeat(40), "A".repeat(28), `${"A".repeat(60)}=`])(
    "is refused when it is none: %j",
    (wrong) => expect(verifyToken(find, 1, wrong)).toBeUndefined(),
  );

  it("names ids as they were", () => {
    for (const id of ["01JD4Q0Z8N3V5K7M9P2R4T6W8Y", "7ZZZZZZZZZZZZZZZZZZZZZZZZZ", ""]) {
      expect(bytesToId(idToBytes(id))).toBe(id);
    }
  });
});
