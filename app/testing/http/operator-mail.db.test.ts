import { describe, expect, it } from "vitest";
import { createAccount } from "~/domain/accounts/create-account.server";
import { startSession } from "~/domain/accounts/start-session.server";
import { type MailTransport, TemporaryMailError } from "~/domain/mail/transport";
import { watchTransport } from "~/domain/mail/watch-transport.server";
import * as mailRoute from "~/routes/operator/mail";
import { sessionCookie } from "~/server/session/session-cookie.server";
import { askRoute } from "../walk/ask-route";
import { useTestApp } from "./test-app";

const app = useTestApp();

describe("the operator's mail screen", () => {
  it("says why nothing leaves just now, until something does again", async () => {
    const { deps } = app();
    const given = { email: "op@mail.example", password: "quiet river under seven bridges", name: "" };
    const system = { kind: "system", reason: "test" } as const;
    const { accountId } = await createAccount(deps, system, { ...given, isOperator: true });
    const token = await startSession(deps, deps.db, { accountId, ip: "192.0.2.1", userAgent: "" });
    const trouble = async () => {
      const asked = {
        ...{ url: "http://localhost:3000/operator/mail", params: {} },
        ...{ context: { deps, nonce: "n", clientIp: "192.0.2.1" } as never },
        cookie: sessionCookie(deps.config, token).split(";")[0] ?? "",
      };
      return JSON.parse((await askRoute({ loader: mailRoute.loader as never }, asked)).text).trouble;
    };
    let isAway = true;
    const server = watchTransport(deps, {
      name: "smtp",
      async check() {
        if (isAway) throw new TemporaryMailError("connect ECONNREFUSED", { stage: "connect" });
      },
    } as Partial<MailTransport> as MailTransport);
    expect(await trouble()).toBeUndefined();
    await expect(server.check()).rejects.toThrow();
    expect(await trouble()).toMatchObject({
      since: deps.clock.now(),
      cause: "nothing answers at its address",
    });
    isAway = false;
    await server.check();
    expect(await trouble()).toBeUndefined();
  });
});
