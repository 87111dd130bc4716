import { createPrivateKey } from "node:crypto";
import type { SigningKey } from "../senders/find-signing-key.server";
import { signatureHeader } from "./dkim-signature.mjs";

/** Both list headers must be signed, or mailbox providers offer no button to unsubscribe. */
export const signedHeaders =
  "from:reply-to:to:subject:date:message-id:mime-version:content-type:list-unsubscribe:list-unsubscribe-post:feedback-id";

/** One message, in this thread: to open another one for it takes longer than to sign it. */
export function signOne(raw: Buffer, { privatePem, domain, selector }: SigningKey): Buffer {
  const key = { private: createPrivateKey(privatePem), domain, selector };
  return Buffer.concat([Buffer.from(signatureHeader(raw, key, signedHeaders), "latin1"), raw]);
}
