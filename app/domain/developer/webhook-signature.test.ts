import { describe, expect, it } from "vitest";
import { makeWebhookSecret, signWebhook } from "./webhook-signature.server";

describe("a webhook signature", () => {
  it("is the one that receivers of Standard Webhooks compute", () => {
    const message = {
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek",
      seconds: 1614265330,
      body: '{"test": 2432232314}',
    };
    expect(signWebhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", message)).toBe(
      "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    );
  });

  it("differs for each secret, of which no two are alike", () => {
    const [one, other] = [makeWebhookSecret(), makeWebhookSecret()];
    const message = { id: "msg_1", seconds: 1, body: "{}" };
    expect(one).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
    expect(signWebhook(one, message)).not.toBe(signWebhook(other, message));
  });
});
