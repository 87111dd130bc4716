import { readFile } from "node:fs/promises";
import path from "node:path";
import { simpleParser } from "mailparser";
import { deliverMail } from "~/domain/mail/deliver-mail.server";
import { createOutboxTransport } from "~/domain/mail/outbox-transport.server";
import { listSystemOutbox } from "~/domain/mail/system-outbox.server";
import type { TestInstance } from "./test-deps";

export interface KeptMail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** Delivers the account mail that waits and reads all of it from the built-in outbox, oldest first. */
export async function readOutboxMail({ deps, folder }: TestInstance): Promise<KeptMail[]> {
  await deliverMail({ ...deps, transport: createOutboxTransport(deps) });
  const rows = await listSystemOutbox(deps, 500);
  return Promise.all(
    rows.reverse().map(async (row) => {
      const mail = await simpleParser(await readFile(path.join(folder, row.file)));
      return {
        to: row.to_address,
        subject: mail.subject ?? "",
        text: mail.text ?? "",
        html: mail.html || "",
      };
    }),
  );
}
