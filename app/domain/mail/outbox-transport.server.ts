import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { platformScope } from "~/lib/ids";
import { plainLine } from "~/lib/plain-text";
import type { Deps } from "../deps";
import { insertOutboxMessage } from "./outbox-queries.server";
import { type MailConnection, type MailTransport, TemporaryMailError } from "./transport";

/**
 * Keeps messages as .eml files below the data folder instead of handing them to anybody.
 * Mail with links that open accounts is filed under the platform, where no member can read it.
 */
export function createOutboxTransport(deps: Pick<Deps, "db" | "clock" | "ids" | "config">): MailTransport {
  const root = path.join(deps.config.data.folder, "outbox");
  const made = new Set<string>();

  async function folder(name: string): Promise<string> {
    const full = path.join(root, name);
    if (!made.has(full)) await mkdir(full, { recursive: true, mode: 0o700 });
    made.add(full);
    return full;
  }

  const connection: MailConnection = {
    isOpen: true,
    close: () => undefined,
    async send(envelope, raw, meta) {
      const id = deps.ids.next();
      const own = meta.audience !== "system" && meta.workspaceId !== "";
      const name = own ? meta.workspaceId : "system";
      await writeFile(path.join(await folder(name), `${id}.eml`), raw, { mode: 0o600 });
      await insertOutboxMessage(deps.db, {
        workspace_id: own ? meta.workspaceId : platformScope,
        id,
        audience: own ? meta.audience : "system",
        to_address: envelope.to,
        subject: plainLine(meta.subject, 300),
        file: `outbox/${name}/${id}.eml`,
        delivery_id: meta.deliveryId ?? "",
        created_at: deps.clock.now(),
      });
      return { response: `250 kept as ${id}` };
    },
  };
  async function check(): Promise<void> {
    const probe = path.join(root, "system", `probe-${deps.ids.next()}`);
    try {
      await folder("system");
      await writeFile(probe, "", { mode: 0o600 });
      await rm(probe, { force: true });
    } catch (error) {
      const { code = "", message } = error as NodeJS.ErrnoException;
      throw new TemporaryMailError(message, { stage: "connect", reason: code });
    }
  }
  return { name: "outbox", connect: async () => connection, check };
}
