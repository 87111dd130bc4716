import { SMTPServer, type SMTPServerSession } from "smtp-server";
import { noteProviderEvent } from "~/domain/campaigns/note-provider-event.server";
import { type ReturnAddress, readReturnLocalPart } from "~/domain/campaigns/return-address.server";
import { readReturnedMail } from "~/domain/mail/read-returned-mail";
import type { ServerDeps } from "./server-deps";

/** A report quotes the message; more of it is not read. */
const readBytes = 512 * 1024;
const sizeLimit = 20 * 1024 * 1024;

const refusal = (code: number, words: string) => Object.assign(new Error(words), { responseCode: code });

export interface BounceListener {
  readonly port: number;
  close(): Promise<void>;
}

async function firstBytes(stream: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of stream) {
    if (size < readBytes) parts.push(part);
    size += part.length;
  }
  return Buffer.concat(parts).subarray(0, readBytes).toString("latin1");
}

/** Takes bounces and unsubscribe mail: only for addresses that we made, and it sends nothing on. */
export async function openBounceListener(deps: ServerDeps): Promise<BounceListener | undefined> {
  const { bounces } = deps.config.mail;
  if (!bounces) return undefined;

  const readAddress = (address: string): ReturnAddress | undefined => {
    const at = address.lastIndexOf("@");
    if (address.slice(at + 1).toLowerCase() !== bounces.domain) return undefined;
    return readReturnLocalPart(deps, address.slice(0, at));
  };

  async function take(session: SMTPServerSession, raw: string): Promise<void> {
    for (const { address } of session.envelope.rcptTo) {
      const named = readAddress(address);
      if (!named) continue;
      const { kind: asked, workspaceId, deliveryId } = named;
      const kind = asked === "unsubscribe" ? "unsubscribed" : readReturnedMail(raw);
      if (kind) await noteProviderEvent(deps, { workspaceId, deliveryId, kind, at: deps.clock.now() });
    }
  }

  const server = new SMTPServer({
    name: bounces.domain,
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    size: sizeLimit,
    maxClients: 50,
    socketTimeout: 60_000,
    onRcptTo({ address }, _session, done) {
      done(readAddress(address) ? null : refusal(550, "5.1.1 There is no such mailbox here"));
    },
    onData(stream, session, done) {
      firstBytes(stream)
        .then((raw) => (stream.sizeExceeded ? undefined : take(session, raw)))
        .then(
          () =>
            stream.sizeExceeded ? done(refusal(552, "5.3.4 The message is too large")) : done(null, "Noted"),
          (error: unknown) => {
            deps.log.warn({ err: error }, "returned mail could not be noted");
            done(refusal(451, "4.3.0 Try again later"));
          },
        );
    },
  });
  // A client that breaks off is not worth a line in the log.
  server.on("error", (error) => deps.log.debug({ err: error }, "bounce listener"));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(bounces.port, bounces.host, () => resolve());
  });
  const address = server.server.address();
  return {
    port: typeof address === "object" && address ? address.port : bounces.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
