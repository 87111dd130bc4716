/** Who may read a message that the built-in outbox keeps: members of the workspace, or only the operator. */
export type MailAudience = "marketing" | "test" | "system";

export interface MailEnvelope {
  from: string;
  to: string;
}

export interface MailMeta {
  /** Empty for mail of the platform. */
  workspaceId: string;
  audience: MailAudience;
  subject: string;
  deliveryId?: string;
}

/** One message at a time; the next after the answer to the one before. */
export interface MailConnection {
  readonly isOpen: boolean;
  /** Resolves when the other side took the message over; else rejects with a MailFailure. */
  send(envelope: MailEnvelope, raw: Buffer, meta: MailMeta): Promise<{ response: string }>;
  close(): void;
}

export interface MailTransport {
  readonly name: "smtp" | "sendgrid" | "outbox";
  /** Rejects with TemporaryMailError: no message was touched. */
  connect(): Promise<MailConnection>;
  /** Asks the other side as far as it goes without a message. Rejects with a MailFailure that says what is wrong. */
  check(): Promise<void>;
}

/** Where in the conversation it failed. */
export type MailStage = "connect" | "sender" | "recipient" | "data";

interface FailureFacts {
  stage: MailStage;
  /** 550, or 0 where the other side said nothing. */
  code?: number;
  response?: string;
  /** Of the system or the library, such as ECONNREFUSED or EAUTH. */
  reason?: string;
}

abstract class MailFailure extends Error {
  abstract readonly outcome: "permanent" | "temporary" | "unknown";
  readonly stage: MailStage;
  readonly code: number;
  readonly response: string;
  readonly reason: string;

  constructor(message: string, facts: FailureFacts) {
    super(message);
    this.stage = facts.stage;
    this.code = facts.code ?? 0;
    this.reason = facts.reason ?? "";
    this.response = (facts.response ?? "").slice(0, 500);
  }
}

/** Refused for good: trying again cannot help. */
export class PermanentMailError extends MailFailure {
  readonly outcome = "permanent";
  override name = "PermanentMailError";
}

/** Certainly not taken over; trying later makes sense. */
export class TemporaryMailError extends MailFailure {
  readonly outcome = "temporary";
  override name = "TemporaryMailError";
}

/** The connection was lost after the message had begun to flow: it may or may not have been taken over. */
export class UnknownMailError extends MailFailure {
  readonly outcome = "unknown";
  override name = "UnknownMailError";
}

export type MailError = PermanentMailError | TemporaryMailError | UnknownMailError;

export const isMailError = (error: unknown): error is MailError => error instanceof MailFailure;
