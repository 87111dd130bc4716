import path from "node:path";
import { acceptableUseGate } from "~/domain/acceptable-use/acceptable-use-gate.server";
import { paymentGate } from "~/domain/billing/payment-gate.server";
import { frequencyGate } from "~/domain/campaigns/frequency-gate.server";
import { consentGate } from "~/domain/consent/consent-gate.server";
import type { Deps } from "~/domain/deps";
import { openFileStore } from "~/domain/files/file-store.server";
import { createTransport } from "~/domain/mail/create-transport.server";
import { checkGates } from "~/domain/mail/gate";
import { suppressionGate } from "~/domain/suppression/suppression-gate.server";
import { standingGate } from "~/domain/workspaces/standing-gate.server";
import type { ServerDeps } from "./server-deps";

/** Adds to the dependencies what only a server needs, and wires the gates; a missing gate stops the start. */
export function assembleServerDeps(deps: Deps): ServerDeps {
  const gates = [
    standingGate,
    paymentGate(deps),
    acceptableUseGate,
    suppressionGate(deps),
    consentGate,
    frequencyGate(deps),
  ];
  checkGates(gates);
  return {
    ...deps,
    files: openFileStore({ folder: path.join(deps.config.data.folder, "files"), keys: deps.keys }),
    transport: createTransport(deps),
    gates,
  };
}
