import { describe, expect, it } from "vitest";
import { makeTestSite } from "~/testing/factories/test-site";
import { useTestApp } from "~/testing/http/test-app";
import { createWebhookEndpoint } from "./create-webhook-endpoint.server";
import { testWebhookEndpoint } from "./try-webhook.server";

const app = useTestApp();

describe("where webhooks may go", () => {
  it("is a public https address, and neither this machine nor a private network, however it is written", async () => {
    const { deps } = app();
    const { workspaceId, owner } = await makeTestSite(deps, { slug: "targets" });
    const bad = [
      "http://8.8.8.8/hook",
      "https://127.0.0.1/hook",
      "https://localhost/hook",
      "https://0x7f.1/hook",
      "https://2130706433/hook",
      "https://10.0.0.8/hook",
      "https://192.168.1.1/",
      "https://169.254.169.254/latest/meta-data/",
      "https://[::1]/",
      "https://[::ffff:127.0.0.1]/",
      "https://[fd00::1]/",
      "https://0.0.0.0/",
      "https://user:password@8.8.8.8/",
      "file:///etc/passwd",
      "javascript:alert(1)",
      "nonsense",
    ];
    for (const url of bad) {
      const made = createWebhookEndpoint(deps, owner, { workspaceId, url });
      await expect(made, url).rejects.toMatchObject({
        code: "endpoint_invalid",
        details: { fields: { url: expect.any(String) } },
      });
    }
    expect(
      (await createWebhookEndpoint(deps, owner, { workspaceId, url: "https://8.8.8.8/hook" })).state,
    ).toBe("enabled");
  });

  it("is looked at again with every message: a name may have moved", async () => {
    const { deps } = app();
    const { workspaceId, owner } = await makeTestSite(deps, { slug: "targets-moved" });
    const { id } = await createWebhookEndpoint(deps, owner, { workspaceId, url: "https://8.8.8.8/hook" });
    await deps.db
      .updateTable("webhook_endpoints")
      .set({ url: "https://localhost:3000/hook" })
      .where("workspace_id", "=", workspaceId)
      .execute();
    expect(await testWebhookEndpoint(deps, { workspaceId, endpointId: id })).toMatchObject({
      state: "failed",
      status: 0,
      error: "The address leads into a private network.",
    });
  });
});
