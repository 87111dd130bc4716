import { createPrivateKey } from "node:crypto";
import path from "node:path";
import { Worker } from "node:worker_threads";
import type { SigningKey } from "../senders/find-signing-key.server";
import { signatureHeader } from "./dkim-signature.mjs";

/** Signs finished messages outside the main thread: an RSA signature takes a quarter of a millisecond. */
export interface MailSigner {
  /** The message with its DKIM-Signature in front. */
  sign(raw: Buffer, key: SigningKey): Promise<Buffer>;
  close(): Promise<void>;
}

/** Both list headers must be signed, or mailbox providers offer no button to unsubscribe. */
const signedHeaders =
  "from:reply-to:to:subject:date:message-id:mime-version:content-type:list-unsubscribe:list-unsubscribe-post:feedback-id";

const withHeader = (header: string, raw: Buffer) => Buffer.concat([Buffer.from(header, "latin1"), raw]);

/** One message, in this thread: to open another one for it takes longer than to sign it. */
export function signOne(raw: Buffer, { privatePem, domain, selector }: SigningKey): Buffer {
  const key = { private: createPrivateKey(privatePem), domain, selector };
  return withHeader(signatureHeader(raw, key, signedHeaders), raw);
}

interface Waiting {
  raw: Buffer;
  resolve: (signed: Buffer) => void;
  reject: (error: Error) => void;
}

interface Answer {
  id: number;
  header?: string;
  error?: string;
}

/** `sourceRoot` is the folder of package.json: the thread's file is not part of the bundle. */
export function createMailSigner(sourceRoot: string): MailSigner {
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
    const made = new Worker(path.join(sourceRoot, "app/server/dkim-thread.mjs"), {
      // Nothing that the main thread was started with concerns it.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64 },
    });
    made.on("message", ({ id, header, error }: Answer) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (waiting.size === 0) made.unref();
      if (!one) return;
      if (header === undefined) one.reject(new Error(error ?? "The signature failed"));
      else one.resolve(withHeader(header, one.raw));
    });
    made.on("error", failAll);
    made.on("exit", () => failAll(new Error("The signing thread ended")));
    worker = made;
    return made;
  }

  return {
    sign(raw, key) {
      const thread = open();
      thread.ref();
      const name = `${key.selector}:${key.domain}`;
      const { domain, selector } = key;
      if (!known.has(name)) thread.postMessage({ key: { name, domain, selector, pem: key.privatePem } });
      known.add(name);
      counter += 1;
      const id = counter;
      return new Promise((resolve, reject) => {
        waiting.set(id, { raw, resolve, reject });
        thread.postMessage({ id, key: name, raw, headers: signedHeaders });
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
