import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export interface SunkMessage {
  from: string;
  to: string[];
  raw: string;
}

export interface SmtpSink {
  url: string;
  port: number;
  /** Messages whose end was acknowledged, in order. */
  readonly messages: SunkMessage[];
  /** How often each recipient got something. */
  countByRecipient(): Map<string, number>;
  /** Called before the final answer; throw to refuse, return a promise to delay. */
  onMessage?: (message: SunkMessage) => void | Promise<void>;
  /** Called with the address of each MAIL FROM; throw to refuse it. */
  onSender?: (from: string) => void;
  parse(message: SunkMessage): ReturnType<typeof simpleParser>;
  waitFor(count: number, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** A real SMTP server on a free loopback port that keeps what it takes. */
export async function startSmtpSink(options: { keepRaw?: boolean; port?: number } = {}): Promise<SmtpSink> {
  const messages: SunkMessage[] = [];
  const sink: SmtpSink = {
    url: "",
    port: 0,
    messages,
    countByRecipient() {
      const counts = new Map<string, number>();
      for (const { to } of messages)
        for (const address of to) counts.set(address, (counts.get(address) ?? 0) + 1);
      return counts;
    },
    parse: (message) => simpleParser(message.raw),
    async waitFor(count, timeoutMs = 30_000) {
      const until = Date.now() + timeoutMs;
      while (messages.length < count) {
        if (Date.now() > until) throw new Error(`The sink has ${messages.length} of ${count} messages`);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    disableReverseLookup: true,
    logger: false,
    maxClients: 500,
    onMailFrom({ address }, _session, done) {
      try {
        sink.onSender?.(address);
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const message: SunkMessage = {
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
          to: session.envelope.rcptTo.map((recipient) => recipient.address),
          raw: options.keepRaw === false ? "" : Buffer.concat(chunks).toString("utf8"),
        };
        try {
          await sink.onMessage?.(message);
          messages.push(message);
          done(null, "2.0.0 kept");
        } catch (error) {
          done(error as Error);
        }
      });
    },
  });
  // A client that is killed breaks its connection; that is what the tests are about.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const address = server.server.address();
  sink.port = typeof address === "object" && address ? address.port : 0;
  sink.url = `smtp://127.0.0.1:${sink.port}`;
  return sink;
}
