import type { AppLoadContext } from "@remix-run/node";
import { describe, expect, it } from "vitest";
import { confirmPrivacyRequest } from "~/domain/privacy/confirm-privacy-request.server";
import { filePrivacyRequest } from "~/domain/privacy/file-privacy-request.server";
import { requestToken } from "~/domain/privacy/request-token.server";
import { rightsWords } from "~/emails/rights-words/all-words";
import * as confirmRoute from "~/routes/privacy/confirm";
import * as requestRoute from "~/routes/privacy/request";
import { makeTestSite } from "../factories/test-site";
import { askRoute } from "../walk/ask-route";
import { useTestApp } from "./test-app";

const app = useTestApp();

const asked = (url: string, params: Record<string, string> = {}) => ({
  ...{ url: `http://localhost:3000${url}`, params, cookie: "" },
  context: { deps: app().deps, nonce: "n", clientIp: "192.0.2.9" } as unknown as AppLoadContext,
});

describe("a request about one's data", () => {
  it("says of each field that is missing what to do, in the language of the page", async () => {
    for (const language of ["de", "ar"] as const) {
      const { data, wrongEmail, missing } = rightsWords[language];
      const answer = await askRoute(
        { action: requestRoute.action as never },
        asked(`/privacy-request?lang=${language}`),
        { form: { kind: "", email: "" } },
      );
      expect(answer.status).toBe(422);
      expect(JSON.parse(answer.text)).toMatchObject({
        message: missing,
        errors: { kind: data.kindMissing, email: wrongEmail },
      });
    }
  });

  it("that was confirmed is shown in its own language, or in the one that a link asks for", async () => {
    const { deps } = app();
    const { workspaceId } = await makeTestSite(deps);
    const email = "lena@rights.example";
    await filePrivacyRequest(deps, "192.0.2.9", { workspaceId, kind: "access", email, language: "de" });
    const { id } = await deps.db
      .selectFrom("privacy_requests")
      .select("id")
      .where("email", "=", email)
      .executeTakeFirstOrThrow();
    const token = requestToken(deps, { workspaceId, id });
    await confirmPrivacyRequest(deps, { kind: "visitor", ip: "192.0.2.0" }, token);
    for (const [query, language] of [
      ["", "de"],
      ["?lang=ar", "ar"],
      ["?lang=xx", "de"],
    ] as const) {
      const url = `/privacy-request/${token}${query}`;
      const { text } = await askRoute({ loader: confirmRoute.loader as never }, asked(url, { token }));
      expect(JSON.parse(text)).toMatchObject({
        language,
        found: { state: "open", asked: rightsWords[language].data.kinds.access },
      });
    }
  });

  it("to stop marketing says before it is confirmed that no more comes, and after that none does", async () => {
    const { deps } = app();
    const { workspaceId } = await makeTestSite(deps);
    const given = { workspaceId, email: "oskar@rights.example", language: "sk" };
    for (const kind of ["objection", "access"] as const) {
      await filePrivacyRequest(deps, "192.0.2.9", { ...given, kind });
      const { id } = await deps.db
        .selectFrom("privacy_requests")
        .select("id")
        .where("email", "=", given.email)
        .where("kind", "=", kind)
        .executeTakeFirstOrThrow();
      const token = requestToken(deps, { workspaceId, id });
      const { willStop, hasStopped } = rightsWords.sk.request;
      for (const words of [willStop, hasStopped]) {
        const url = `/privacy-request/${token}`;
        const { text } = await askRoute({ loader: confirmRoute.loader as never }, asked(url, { token }));
        expect(JSON.parse(text).found.alreadyHolds).toBe(kind === "objection" ? words : "");
        await confirmPrivacyRequest(deps, { kind: "visitor", ip: "192.0.2.0" }, token);
      }
    }
  });
});
