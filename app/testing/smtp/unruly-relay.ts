import { SMTPServer } from "smtp-server";

export interface RelayRules {
  /** Answer to RCPT TO. */
  recipient?: (to: string) => number;
  /** Ends the connection at MAIL FROM. */
  hangUpAtSender?: boolean;
  /** Reads the whole message, keeps it, and ends the connection without an answer. */
  hangUpAfterData?: boolean;
}

export interface UnrulyRelay {
  url: string;
  received: Buffer[];
  connections: number;
  close(): Promise<void>;
}

/** A real SMTP server on a free port that refuses and hangs up as the rules say. */
export async function openUnrulyRelay(rules: RelayRules = {}): Promise<UnrulyRelay> {
  const received: Buffer[] = [];
  const answer = (code: number): Error | undefined =>
    code === 250 ? undefined : Object.assign(new Error("refused by the test"), { responseCode: code });
  const sockets = new Map<string, { destroy(): void }>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onConnect(_session, done) {
      sink.connections += 1;
      done();
    },
    onMailFrom(_address, session, done) {
      if (rules.hangUpAtSender) return sockets.get(session.remoteAddress + session.remotePort)?.destroy();
      done();
    },
    onRcptTo(address, _session, done) {
      done(answer(rules.recipient?.(address.address) ?? 250));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        received.push(Buffer.concat(chunks));
        if (rules.hangUpAfterData) sockets.get(session.remoteAddress + session.remotePort)?.destroy();
        else done();
      });
    },
  });
  server.server.on("connection", (socket) =>
    sockets.set(`${socket.remoteAddress}${socket.remotePort}`, socket),
  );
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as { port: number };
  const sink: UnrulyRelay = {
    url: `smtp://127.0.0.1:${port}`,
    received,
    connections: 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return sink;
}
