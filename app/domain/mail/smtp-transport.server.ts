import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import {
  type MailConnection,
  type MailError,
  type MailStage,
  type MailTransport,
  PermanentMailError,
  TemporaryMailError,
  UnknownMailError,
} from "./transport";

interface SmtpError extends Error {
  code?: string;
  command?: string;
  responseCode?: number;
  response?: string;
  originalCode?: string;
  timeoutType?: string;
}

const stages: Record<string, MailStage> = { "MAIL FROM": "sender", "RCPT TO": "recipient", DATA: "data" };

/** `flowing`: the body had begun to leave, so silence does not mean refusal. */
function toMailError(error: SmtpError, flowing: boolean): MailError {
  const { responseCode = 0, response = "" } = error;
  const stage = flowing ? "data" : (stages[error.command ?? ""] ?? "connect");
  const reason = error.timeoutType ?? error.originalCode ?? error.code;
  const facts = { stage, code: responseCode, response, reason };
  if (responseCode >= 500 && stage !== "connect") return new PermanentMailError(error.message, facts);
  if (responseCode >= 400) return new TemporaryMailError(error.message, facts);
  if (flowing) return new UnknownMailError(error.message, facts);
  const unfit = error.code === "EENVELOPE" || error.code === "EMESSAGE";
  return new (unfit ? PermanentMailError : TemporaryMailError)(error.message, facts);
}

interface SmtpSettings {
  host: string;
  port: number;
  secure: boolean;
  user: string;
  pass: string;
}

function readSmtpUrl(smtpUrl: string): SmtpSettings {
  const url = new URL(smtpUrl);
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    user: decodeURIComponent(url.username),
    pass: decodeURIComponent(url.password),
  };
}

const isThisMachine = (host: string) => /^(localhost|.*\.localhost|127(\.\d+){3}|\[?::1\]?)$/.test(host);

/** What can be said of the relay to whoever runs the instance: no name and no password. */
export function describeSmtp(smtpUrl: string) {
  const { host, port, secure, user } = readSmtpUrl(smtpUrl);
  const nearby = isThisMachine(host);
  const security: SmtpSecurity = secure
    ? "tls"
    : user && !nearby
      ? "starttls"
      : nearby && !user
        ? "none"
        : "offered";
  return { host, port, security, signsIn: user !== "", checksCertificate: !nearby };
}

/** tls: from the first byte. starttls: or nothing is sent. offered: where the relay offers it. */
export type SmtpSecurity = "tls" | "starttls" | "offered" | "none";

/** Credentials never travel in the clear, except on the machine itself. */
function connectionOptions(settings: SmtpSettings, appOrigin: string): SMTPConnection.Options {
  const loopback = isThisMachine(settings.host);
  const ownName = new URL(appOrigin).hostname;
  return {
    host: settings.host,
    port: settings.port,
    secure: settings.secure,
    ...(isThisMachine(ownName) ? {} : { name: ownName }),
    requireTLS: !settings.secure && !loopback && settings.user !== "",
    ignoreTLS: loopback && settings.user === "",
    tls: { rejectUnauthorized: !loopback },
    connectionTimeout: 30_000,
    greetingTimeout: 30_000,
    socketTimeout: 120_000,
    allowInternalNetworkInterfaces: true,
  };
}

function open(settings: SmtpSettings, options: SMTPConnection.Options): Promise<SMTPConnection> {
  return new Promise((resolve, reject) => {
    const connection = new SMTPConnection(options);
    const fail = (error: SmtpError) => {
      connection.close();
      reject(toMailError(error, false));
    };
    const closed = Object.assign(new Error("The mail server closed the connection"), { command: "CONN" });
    connection.on("error", fail);
    // A connection that fails ends first and then says why.
    connection.once("end", () => setImmediate(fail, closed));
    connection.connect((error) => {
      if (error) return fail(error);
      if (!settings.user) return resolve(connection);
      connection.login({ user: settings.user, pass: settings.pass }, (refused) =>
        refused ? fail(refused) : resolve(connection),
      );
    });
  });
}

function wrap(connection: SMTPConnection): MailConnection {
  let isOpen = true;
  const end = () => {
    isOpen = false;
  };
  // A server may end an idle session at any time; that is noticed here, not thrown.
  connection.removeAllListeners("error");
  connection.on("error", end);
  connection.on("end", end);

  const reset = () =>
    new Promise<void>((resolve) => {
      connection.reset((error) => {
        if (error) end();
        resolve();
      });
    });

  return {
    get isOpen() {
      return isOpen;
    },
    async send(envelope, raw) {
      let flowing = false;
      const body = new Readable({
        read() {
          flowing = true;
          this.push(raw);
          this.push(null);
        },
      });
      try {
        return await new Promise<{ response: string }>((resolve, reject) => {
          connection.send(
            { from: envelope.from, to: [envelope.to], size: raw.length },
            body,
            (error, info) => (error ? reject(error) : resolve({ response: info.response ?? "" })),
          );
        });
      } catch (error) {
        const failure = toMailError(error as SmtpError, flowing);
        if (failure.code === 0 || failure.code === 421) end();
        else if (isOpen) await reset();
        if (!isOpen) connection.close();
        throw failure;
      }
    },
    close() {
      end();
      connection.quit();
    },
  };
}

/** Hands messages to the relay that SMTP_URL names. */
export function createSmtpTransport(smtpUrl: string, appOrigin: string): MailTransport {
  const settings = readSmtpUrl(smtpUrl);
  const options = connectionOptions(settings, appOrigin);
  const connect = async () => wrap(await open(settings, options));
  return { name: "smtp", connect, check: async () => (await connect()).close() };
}
