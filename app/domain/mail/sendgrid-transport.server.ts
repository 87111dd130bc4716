import type { AddressObject, ParsedMail } from "mailparser";
import {
  type MailConnection,
  type MailEnvelope,
  type MailMeta,
  type MailTransport,
  PermanentMailError,
  TemporaryMailError,
  UnknownMailError,
} from "./transport";

const timeoutMs = 60_000;
/** Headers of ours that SendGrid passes on; it writes all others itself. */
const kept = ["List-Unsubscribe", "List-Unsubscribe-Post", "Feedback-ID", "Auto-Submitted", "Message-ID"];

/** Names under which events come back; the answer of `/inbound/sendgrid` is sought by them. */
export const sendgridArguments = ({
  workspaceId,
  deliveryId,
}: Pick<MailMeta, "workspaceId" | "deliveryId">) =>
  deliveryId ? { foyer_workspace: workspaceId, foyer_delivery: deliveryId } : undefined;

/** Its own tracking and opt-out would be beside the person's choice, and a second List-Unsubscribe. */
const noneOfItsOwn = {
  click_tracking: { enable: false, enable_text: false },
  open_tracking: { enable: false },
  subscription_tracking: { enable: false },
};

const mailboxes = (given: AddressObject | undefined) =>
  (given?.value ?? []).map(({ address = "", name }) => ({ email: address, ...(name ? { name } : {}) }));

/** Header lines as they were written, unfolded. */
function headersOf(parsed: ParsedMail): Record<string, string> {
  const lines = new Map(
    parsed.headerLines.map(({ key, line }) => [
      key,
      line
        .slice(key.length + 1)
        .replace(/\r?\n\s*/g, " ")
        .trim(),
    ]),
  );
  return Object.fromEntries(
    kept.flatMap((name) => {
      const value = lines.get(name.toLowerCase());
      return value ? [[name, value]] : [];
    }),
  );
}

async function bodyOf(envelope: MailEnvelope, raw: Buffer, meta: MailMeta): Promise<string> {
  // Only where this transport is chosen: it is large.
  const { simpleParser } = await import("mailparser");
  const parsed = await simpleParser(raw, { skipTextToHtml: true, skipImageLinks: true });
  const [from] = mailboxes(parsed.from);
  const [replyTo] = mailboxes(parsed.replyTo);
  const customArgs = sendgridArguments(meta);
  return JSON.stringify({
    personalizations: [{ to: [{ email: envelope.to }], ...(customArgs ? { custom_args: customArgs } : {}) }],
    from,
    ...(replyTo ? { reply_to: replyTo } : {}),
    subject: parsed.subject ?? "",
    content: [
      ...(parsed.text ? [{ type: "text/plain", value: parsed.text }] : []),
      ...(parsed.html ? [{ type: "text/html", value: parsed.html }] : []),
    ],
    headers: headersOf(parsed),
    tracking_settings: noneOfItsOwn,
  });
}

const neverLeft = new Set(["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "UND_ERR_CONNECT_TIMEOUT"]);

/** A refusal of the key or of the pace says nothing about the message. */
async function readAnswer(answer: Response): Promise<{ response: string }> {
  const response = `${answer.status} ${(await answer.text().catch(() => "")).slice(0, 400)}`.trim();
  if (answer.ok) return { response };
  const isLasting = answer.status === 400 || answer.status === 413;
  const facts = {
    stage: isLasting ? ("data" as const) : ("connect" as const),
    code: answer.status,
    response,
  };
  throw new (isLasting ? PermanentMailError : TemporaryMailError)(`SendGrid answered ${response}`, facts);
}

interface SendgridSettings {
  apiKey: string;
  apiBase: string;
}

async function ask(given: SendgridSettings, path: string, body?: string): Promise<Response> {
  try {
    return await fetch(`${given.apiBase}${path}`, {
      method: body === undefined ? "GET" : "POST",
      headers: { authorization: `Bearer ${given.apiKey}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body }),
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
  } catch (error) {
    const { code = "" } = ((error as Error).cause ?? {}) as { code?: string };
    const facts = { stage: "connect" as const, response: code, reason: code };
    const failure = neverLeft.has(code) ? TemporaryMailError : UnknownMailError;
    throw new failure(`SendGrid cannot be reached: ${code || (error as Error).message}`, facts);
  }
}

/** Whether the key is known, and may send. */
async function checkKey(given: SendgridSettings): Promise<void> {
  const answer = await ask(given, "/v3/scopes");
  if (!answer.ok) return void (await readAnswer(answer));
  const { scopes = [] } = (await answer.json().catch(() => ({}))) as { scopes?: string[] };
  if (scopes.includes("mail.send")) return;
  throw new PermanentMailError("The key lacks the right mail.send", { stage: "connect", reason: "SCOPE" });
}

/** Hands messages to SendGrid's v3 API, one call for each. */
export function createSendgridTransport(given: SendgridSettings): MailTransport {
  const connection = (): MailConnection => ({
    isOpen: true,
    async send(envelope, raw, meta) {
      return readAnswer(await ask(given, "/v3/mail/send", await bodyOf(envelope, raw, meta)));
    },
    close: () => undefined,
  });
  return { name: "sendgrid", connect: async () => connection(), check: () => checkKey(given) };
}
