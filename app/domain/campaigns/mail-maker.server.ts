import path from "node:path";
import { Worker } from "node:worker_threads";
import type { MailParts } from "../mail/build-mail.mjs";
import type { SigningKey } from "../senders/find-signing-key.server";
import { signedHeaders } from "./dkim-signer.server";

/**
 * Puts messages together and signs them outside the main thread: MIME and an RSA signature take more than a
 * millisecond, which every page and form would wait for.
 */
export interface MailMaker {
  /** The finished message, with its DKIM-Signature in front where there is a key. */
  make(parts: MailParts, key?: SigningKey): Promise<Buffer>;
  close(): Promise<void>;
}

interface Waiting {
  resolve: (raw: Buffer) => void;
  reject: (error: Error) => void;
}

interface Answer {
  id: number;
  raw?: Uint8Array;
  error?: string;
}

/** `sourceRoot` is the folder of package.json: the thread's file is not part of the bundle. */
export function createMailMaker(sourceRoot: string): MailMaker {
  let worker: Worker | undefined;
  let counter = 0;
  let known = new Set<string>();
  const waiting = new Map<number, Waiting>();

  function failAll(error: Error): void {
    worker = undefined;
    known = new Set();
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  function open(): Worker {
    if (worker) return worker;
    const made = new Worker(path.join(sourceRoot, "app/server/mail-thread.mjs"), {
      // Nothing that the main thread was started with concerns it.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    made.on("message", ({ id, raw, error }: Answer) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) made.unref();
      if (!one) return;
      if (raw) one.resolve(Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength));
      else one.reject(new Error(error ?? "The message could not be made"));
    });
    made.on("error", failAll);
    made.on("exit", () => failAll(new Error("The thread that makes messages ended")));
    worker = made;
    return made;
  }

  return {
    make(parts, key) {
      const thread = open();
      thread.ref();
      const name = key && `${key.selector}:${key.domain}`;
      if (key && name && !known.has(name)) {
        const { domain, selector, privatePem: pem } = key;
        thread.postMessage({ newKey: { name, domain, selector, pem } });
        known.add(name);
      }
      counter += 1;
      const id = counter;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        thread.postMessage({ id, mail: parts, key: name, headers: signedHeaders });
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
