import { createSetupLink } from "~/domain/accounts/create-setup-link.server";
import { ensurePolicies } from "~/domain/policies/ensure-policies.server";
import type { Instance } from "./main-instance.server";
import type { ServerDeps } from "./server-deps";

export interface Welcome {
  /** What the start prints: where to go, how to sign in, the one-time link. */
  lines: string[];
}

/** What an instance needs once its tables are there: policies, the first operator's link, the demo workspace. */
export async function prepareInstance(
  deps: ServerDeps,
  instance: Instance,
  onStep?: (what: string) => void,
): Promise<Welcome> {
  await ensurePolicies(deps);
  const lines = [`Foyer is open at ${deps.config.origins.app}`];
  const mayHaveDemo = deps.config.demo && deps.config.origins.loopback && deps.config.database.embedded;
  if (mayHaveDemo) {
    const { describeDemo, seedDemo } = await import("../../db/seed");
    if (instance.isNew) {
      onStep?.("Making the demo workspace");
      await seedDemo(deps);
    }
    lines.push(...(await describeDemo(deps)));
  }
  const setupLink = await createSetupLink(deps, { kind: "system", reason: "start" }, {});
  if (setupLink) lines.push(`Make the first operator within 24 hours: ${setupLink}`);
  if (deps.transport.name === "outbox") {
    lines.push("No SMTP_URL is set: mail stays in the built-in outbox (npm run foyer -- outbox).");
  }
  return { lines };
}
