import type { Deps } from "../deps";
import { readInstanceFact, writeInstanceFact } from "../keys/instance-fact.server";
import { causeOf, type MailTrouble } from "./mail-trouble";
import { isMailError, type MailConnection, type MailTransport } from "./transport";

/** Notes when the other side takes nothing from anybody, and that it does again, for those who wait to read. */
export function watchTransport(
  deps: Pick<Deps, "db" | "clock" | "log">,
  transport: MailTransport,
): MailTransport {
  let noted: string | undefined;

  async function note(cause: string, detail: string): Promise<void> {
    if (noted === cause) return;
    noted = cause;
    try {
      const before = await findMailTrouble(deps);
      const since = before?.since ?? deps.clock.now();
      const trouble: MailTrouble = { since, cause, detail: detail.slice(0, 500) };
      await writeInstanceFact(deps, "mail_trouble", cause ? JSON.stringify(trouble) : "");
    } catch (error) {
      noted = undefined;
      deps.log.error({ err: error }, "the state of the mail server could not be noted");
    }
  }

  const works = () => note("", "");

  async function watched<T>(work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (isMailError(error) && error.stage === "connect") {
        const said = [error.reason, error.message, error.response].join(" ");
        await note(causeOf(said), error.response || error.message);
      }
      throw error;
    }
  }

  const watch = (connection: MailConnection): MailConnection => ({
    get isOpen() {
      return connection.isOpen;
    },
    async send(...message) {
      const answer = await watched(connection.send(...message));
      await works();
      return answer;
    },
    close: () => connection.close(),
  });

  return {
    name: transport.name,
    async connect() {
      const connection = await watched(transport.connect());
      // SendGrid has no conversation before the message: only what it says to one tells.
      if (transport.name === "smtp") await works();
      return watch(connection);
    },
    async check() {
      await watched(transport.check());
      await works();
    },
  };
}

/** Why nothing can be handed over just now; undefined while all is well, or was when last tried. */
export async function findMailTrouble(deps: Pick<Deps, "db">): Promise<MailTrouble | undefined> {
  const noted = await readInstanceFact(deps, "mail_trouble");
  return noted ? (JSON.parse(noted) as MailTrouble) : undefined;
}
