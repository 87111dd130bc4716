import type { Deps } from "~/domain/deps";
import type { FileStore } from "~/domain/files/file-store.server";
import type { Gate } from "~/domain/mail/gate";
import type { MailTransport } from "~/domain/mail/transport";

/** What the edges and routes get besides what every use case may ask for. */
export interface ServerDeps extends Deps {
  readonly files: FileStore;
  readonly transport: MailTransport;
  readonly gates: readonly Gate[];
}
