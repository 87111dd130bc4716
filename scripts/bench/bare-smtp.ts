import { type ChildProcess, fork } from "node:child_process";
import { connect } from "node:net";
import path from "node:path";

interface SinkState {
  taken: number;
  /** Of the last message, epoch milliseconds. */
  lastAt: number;
  samples: string[];
}

export interface CountingSink {
  url: string;
  port: number;
  ask(what: "count" | "samples" | "reset"): Promise<SinkState>;
  stop(): void;
}

const answerOf = <T>(child: ChildProcess): Promise<T> =>
  new Promise((resolve) => child.once("message", (message) => resolve(message as T)));

export async function startCountingSink(): Promise<CountingSink> {
  const child = fork(path.join(import.meta.dirname, "counting-sink.mjs"), { execArgv: [] });
  const { port } = await answerOf<{ port: number }>(child);
  return {
    url: `smtp://127.0.0.1:${port}`,
    port,
    ask(what) {
      const answer = answerOf<SinkState>(child);
      child.send(what);
      return answer;
    },
    stop: () => child.kill(),
  };
}

/** Sends ready-made messages one after the other; waits for each answer as SMTP asks. */
function sendOn(port: number, next: () => string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    socket.setNoDelay(true);
    let message = "";
    let step = 0;
    const steps = [
      () => socket.write("EHLO bench\r\n"),
      () => {
        const found = next();
        if (found === undefined) return void socket.end("QUIT\r\n");
        message = found;
        socket.write("MAIL FROM:<news@bench.example>\r\n");
      },
      () => socket.write("RCPT TO:<person@people.example>\r\n"),
      () => socket.write("DATA\r\n"),
      () => socket.write(`${message}.\r\n`, "latin1"),
    ];
    socket.on("data", () => {
      if (socket.writableEnded) return;
      steps[step]?.();
      step = step === 4 ? 1 : step + 1;
    });
    socket.on("error", reject);
    socket.on("close", () => resolve());
  });
}

/** Messages per second of a client that does nothing but hand over, on as many connections as the product uses. */
export async function bareSmtp(
  sink: CountingSink,
  samples: readonly string[],
  howMany: number,
  connections: number,
): Promise<number> {
  await sink.ask("reset");
  let sent = 0;
  const next = () => {
    if (sent >= howMany) return undefined;
    sent += 1;
    return samples[sent % samples.length];
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: connections }, () => sendOn(sink.port, next)));
  return howMany / ((performance.now() - started) / 1000);
}
