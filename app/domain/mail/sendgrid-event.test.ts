import { describe, expect, it } from "vitest";
import { readSendgridEvent } from "./sendgrid-event";

const names = { foyer_workspace: "01JD4Q0Z8N3V5K7M9P2R4T6W8Y", foyer_delivery: "01JD4Q0Z8N3V5K7M9P2R4T6W8Z" };
const kind = (given: Record<string, unknown>) =>
  readSendgridEvent({ timestamp: 1_790_000_000, ...names, ...given })?.kind;

describe("an event of SendGrid", () => {
  it.each([
    [{ event: "delivered" }, "delivered"],
    [{ event: "bounce", type: "bounce", status: "5.1.1" }, "bounced"],
    [{ event: "bounce", type: "bounce", status: "5.0.0" }, "bounced"],
    [{ event: "bounce", type: "bounce", status: "5.7.1" }, "blocked"],
    [{ event: "bounce", type: "blocked", status: "5.1.1" }, "blocked"],
    [{ event: "dropped", reason: "Bounced Address" }, "bounced"],
    [{ event: "dropped", reason: "Spam Reporting Address" }, "complained"],
    [{ event: "dropped", reason: "Spam Report" }, "complained"],
    [{ event: "dropped", reason: "Unsubscribed Address" }, "unsubscribed"],
    [{ event: "dropped", reason: "Recipient List over Package Quota" }, "blocked"],
    [{ event: "spamreport" }, "complained"],
    [{ event: "group_unsubscribe" }, "unsubscribed"],
    [{ event: "open" }, undefined],
    [{ event: "processed" }, undefined],
  ])("%j means %s", (given, meaning) => {
    expect(kind(given)).toBe(meaning);
  });

  it("that names no message of ours is passed over", () => {
    for (const given of [
      null,
      5,
      [],
      {},
      { event: "bounce", timestamp: 1 },
      { event: "bounce", ...names, timestamp: "x" },
    ]) {
      expect(readSendgridEvent(given)).toBeUndefined();
    }
    expect(kind({ event: "bounce", foyer_workspace: "'; drop table" })).toBeUndefined();
  });
});
