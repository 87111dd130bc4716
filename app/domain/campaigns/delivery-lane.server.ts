import type { GroupCommit } from "~/lib/group-commit";
import type { Deps } from "../deps";
import { isMailError, type MailConnection, type MailTransport } from "../mail/transport";
import { suppressAddress } from "../suppression/suppress-address.server";
import type { ReadyMessage } from "./delivery-feeder.server";
import type { Claimed, LedgerAnswer, LedgerEntry, Outcome } from "./delivery-ledger.server";
import type { ReadyQueue } from "./ready-queue";

interface Parts {
  transport: MailTransport;
  queue: ReadyQueue<ReadyMessage>;
  ledger: GroupCommit<LedgerEntry, LedgerAnswer>;
  isStopping(): boolean;
  pause(ms: number): Promise<void>;
}

const idleConnectionMs = 20_000;

/** A server that takes none of several for now is asked more and more slowly: the next would fare the same. */
const restAfter = (postponed: number): number =>
  postponed < 3 ? 0 : Math.min(250 * 2 ** (postponed - 3), 30_000);

/** RFC 3463: this mailbox or domain does not exist, so writing again would only harm the sender's name. */
const addressIsGone = (response: string): boolean => /^5\d\d[ -]5\.1\.(?:[0-36]|10)\b/.test(response);

/** RFC 1870 and 6531: said at MAIL FROM too, of this message's size or of its recipient's alphabet. */
const isAboutMessage = (response: string): boolean =>
  /^(?:552|555|553[ -]5\.6\.7)\b|^5\d\d[ -]5\.3\.4\b/.test(response);

function outcomeOf(error: unknown): Outcome {
  if (!isMailError(error)) return { kind: "unknown", detail: (error as Error).message };
  const detail = error.response || error.message;
  if (error.outcome === "unknown") return { kind: "unknown", detail };
  if (error.outcome === "temporary") return { kind: "again", detail };
  return error.stage === "sender" && !isAboutMessage(detail)
    ? { kind: "sender_refused", detail }
    : { kind: "failed", reason: "refused", detail };
}

/** One connection's work: take a message, commit it as on its way, hand it over, and tell how it went with the next. */
export async function runLane(deps: Deps, parts: Parts): Promise<void> {
  const { transport, queue, ledger } = parts;
  let connection: MailConnection | undefined;
  let done: LedgerEntry["done"];
  let failures = 0;
  let postponed = 0;

  /** What is known of a message is told until the database takes it; nothing new leaves meanwhile. */
  async function tell(entry: LedgerEntry): Promise<LedgerAnswer> {
    for (;;) {
      try {
        return await ledger.add(entry);
      } catch (error) {
        deps.log.error({ err: error }, "the outcome of a message could not be stored yet");
        if (parts.isStopping()) return "lost";
        await parts.pause(500);
      }
    }
  }

  async function connect(): Promise<MailConnection | undefined> {
    if (connection?.isOpen) return connection;
    try {
      connection = await transport.connect();
      failures = 0;
      return connection;
    } catch (error) {
      failures += 1;
      if (failures === 1) deps.log.warn({ err: error }, "the mail server cannot be reached");
      await parts.pause(Math.min(500 * 2 ** failures, 15_000));
      return undefined;
    }
  }

  async function handOver(open: MailConnection, message: ReadyMessage): Promise<Outcome> {
    const { claimed, raw, subject } = message;
    try {
      await open.send({ from: message.from, to: claimed.gate.email }, raw, {
        workspaceId: claimed.gate.workspaceId,
        audience: "marketing",
        subject,
        deliveryId: claimed.id,
      });
      return { kind: "sent" };
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind === "failed" && addressIsGone(outcome.detail)) await noteBounce(claimed);
      return outcome;
    }
  }

  const noteBounce = ({ gate, id }: Claimed) =>
    suppressAddress(
      deps,
      { kind: "system", reason: "bounce" },
      {
        workspaceId: gate.workspaceId,
        addressHash: gate.addressHash,
        reason: "bounce",
        source: "provider",
        deliveryId: id,
      },
    ).catch((error: unknown) => deps.log.error({ err: error }, "a bounce could not be stored"));

  for (;;) {
    const message = parts.isStopping() ? undefined : queue.take();
    if (!message || message.until < deps.clock.now()) {
      if (done) await tell({ done });
      done = undefined;
      if (message) continue;
      if (parts.isStopping()) break;
      if (queue.size === 0) await Promise.race([queue.filled(), parts.pause(idleConnectionMs)]);
      if (queue.size === 0) connection?.close();
      continue;
    }
    if (!connection?.isOpen) {
      if (done) await tell({ done });
      done = undefined;
      if (!(await connect())) {
        queue.push(message);
        continue;
      }
    }
    const answer = await tell({ done, next: message.claimed });
    done = undefined;
    // Only a message on an open connection may be marked, so at most one per connection can become unknown.
    if (answer === "send" && connection) {
      const outcome = await handOver(connection, message);
      done = { claimed: message.claimed, outcome };
      postponed = outcome.kind === "again" ? postponed + 1 : 0;
      const restMs = restAfter(postponed);
      if (restMs > 0) {
        await tell({ done });
        done = undefined;
        await parts.pause(restMs);
      }
    } else if (answer === "held") await parts.pause(50);
  }
  connection?.close();
}
