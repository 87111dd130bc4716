import { accessSync, constants, existsSync, statfsSync, statSync } from "node:fs";
import path from "node:path";
import { checkStripe } from "~/domain/billing/check-stripe.server";
import { findJobCounts } from "~/domain/jobs/find-job-counts.server";
import { readInstanceFact } from "~/domain/keys/instance-fact.server";
import { createTransport } from "~/domain/mail/create-transport.server";
import { causeOf } from "~/domain/mail/mail-trouble";
import { openJournalDatabase } from "~/lib/journal-database.server";
import { type Command, type OpenedInstance, withInstance } from "./command";

interface Check {
  name: string;
  state: "ok" | "warning" | "problem";
  words: string;
}

const ok = (name: string, words: string): Check => ({ name, state: "ok", words });
const warning = (name: string, words: string): Check => ({ name, state: "warning", words });
const problem = (name: string, words: string): Check => ({ name, state: "problem", words });

const lowSpaceBytes = 1024 ** 3;

function checkFolder(folder: string): Check[] {
  const checks: Check[] = [];
  try {
    accessSync(folder, constants.W_OK);
  } catch {
    return [problem("data folder", `${folder} cannot be written.`)];
  }
  const others = statSync(folder).mode & 0o077;
  checks.push(
    others
      ? warning("data folder", `${folder} can be read by other users of this machine: chmod 700 ${folder}`)
      : ok("data folder", `${folder} is readable by its owner only.`),
  );
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  checks.push(
    free < lowSpaceBytes
      ? warning("disk", `Only ${Math.round(free / 1024 ** 2)} MB are free.`)
      : ok("disk", `${Math.round(free / 1024 ** 3)} GB are free.`),
  );
  return checks;
}

function checkSettings({ config }: OpenedInstance["deps"]): Check[] {
  const secret = path.join(config.data.folder, "secret");
  const tls = config.origins.app.startsWith("https:");
  return [
    config.secret || !existsSync(secret)
      ? ok("secret", "FOYER_SECRET comes from the environment. Keep a copy apart from the backups.")
      : warning(
          "secret",
          `The secret lies in ${secret}. Keep a copy apart from the backups: they are of no use without it.`,
        ),
    tls || config.origins.loopback
      ? ok("origin", `${config.origins.app}${tls ? "" : " (this machine only)"}`)
      : problem("origin", `${config.origins.app} is not https: browsers get no safe cookies.`),
    config.http.trustedProxies.length === 0 && !config.origins.loopback
      ? warning(
          "proxies",
          "TRUSTED_PROXIES is empty: behind a proxy every visitor would have the proxy's address.",
        )
      : ok("proxies", config.http.trustedProxies.join(", ") || "none"),
  ];
}

/** A conversation with the mail server up to the password; nothing is sent. */
async function checkMail(deps: OpenedInstance["deps"]): Promise<Check[]> {
  const { smtpUrl, sendgrid } = deps.config.mail;
  if (!smtpUrl && !sendgrid)
    return [warning("mail", "No SMTP_URL is set: mail stays in the built-in outbox.")];
  const by = sendgrid ? "SendGrid" : "SMTP";
  try {
    await createTransport(deps).check();
    return [ok("mail", `Mail leaves through ${by}; it answers.`)];
  } catch (error) {
    const { message } = error as Error;
    return [problem("mail", `Nothing leaves through ${by}: ${causeOf(message)} (${message}).`)];
  }
}

async function checkDatabase(instance: OpenedInstance): Promise<Check[]> {
  const pending = await instance.pendingMigrations();
  const skew = Math.round(await instance.clockSkewMs());
  const weak = await instance.durabilityProblems();
  const jobs = await findJobCounts(instance.deps);
  const blocked = (await readInstanceFact(instance.deps, "marketing_blocked")) === "1";
  return [
    pending.length > 0
      ? problem("schema", `${pending.length} migrations are waiting: foyer migrate`)
      : ok("schema", "up to date"),
    skew > 2000
      ? problem("clock", `This machine's clock is ${skew} ms from the database's: no work is taken.`)
      : ok("clock", `${skew} ms from the database's`),
    ...(weak.length > 0
      ? weak.map((words) => problem("durability", words))
      : [ok("durability", "commits reach the disk")]),
    jobs.dead > 0
      ? warning("jobs", `${jobs.dead} jobs failed for good; see the operator's console.`)
      : ok("jobs", `${jobs.ready} waiting, none failed for good`),
    ...(blocked
      ? [
          problem(
            "marketing",
            "No campaign leaves since a restore without journal, until an operator confirms it.",
          ),
        ]
      : []),
  ];
}

const serverOf = (url: string) => new URL(url).host;

/** Opt-outs and erasures must outlive the database, and with MySQL also this machine. */
async function checkJournal({ config }: OpenedInstance["deps"]): Promise<Check[]> {
  const { journalUrl } = config.data;
  if (!journalUrl) {
    return [
      config.database.embedded
        ? ok("journal", "Opt-outs are also kept in the journal of the data folder.")
        : warning(
            "journal",
            "The journal of opt-outs lies only in the data folder of this machine. Set JOURNAL_URL to a second database: without a journal a restore is refused.",
          ),
    ];
  }
  const journal = openJournalDatabase(journalUrl);
  try {
    const weak = await journal.problems();
    const near = !config.database.embedded && serverOf(journalUrl) === serverOf(config.database.url);
    if (near) weak.push("The journal's database is on the same server as Foyer's: one loss takes both.");
    return weak.length > 0
      ? weak.map((words) => warning("journal", words))
      : [ok("journal", "Opt-outs are kept in the data folder and in a second database.")];
  } catch (error) {
    return [problem("journal", `JOURNAL_URL cannot be reached: ${(error as Error).message}`)];
  } finally {
    await journal.close();
  }
}

/** The settings are well-formed, or nothing had started; whether Stripe takes the key only Stripe knows. */
async function checkBilling(deps: OpenedInstance["deps"]): Promise<Check[]> {
  const { billing } = deps.config;
  if (!billing) return [];
  const found = await checkStripe(deps);
  if (found.state === "away") return [warning("payments", `Stripe cannot be reached: ${found.words}`)];
  if (found.state === "refused")
    return [problem("payments", `Stripe refuses STRIPE_SECRET_KEY: ${found.words}`)];
  const mode = billing.live ? "live" : "test mode, no real money moves";
  if (found.offered === 0)
    return [
      warning("payments", `Stripe answers (${mode}), but no plan is offered: choose some under Plans.`),
    ];
  return [ok("payments", `Stripe answers (${mode}); plans offered: ${found.offered}.`)];
}

const signs = { ok: "ok     ", warning: "WARNING", problem: "PROBLEM" } as const;

export const doctorCommand: Command = {
  name: "doctor",
  summary: "Look the instance over and say what to mend",
  usage: "",
  run: (context) =>
    withInstance(context, async (instance) => {
      const { deps } = instance;
      const node = process.versions.node;
      const [major = 0, minor = 0] = node.split(".").map(Number);
      const checks = [
        major > 20 || (major === 20 && minor >= 19)
          ? ok("node", node)
          : problem("node", `${node} is too old: use 20.19 or later.`),
        ...checkFolder(deps.config.data.folder),
        ...checkSettings(deps),
        ...(await checkMail(deps)),
        ...(await checkJournal(deps)),
        ...(await checkDatabase(instance)),
        ...(await checkBilling(deps)),
      ];
      const words = checks.map((check) => `${signs[check.state]}  ${check.name.padEnd(12)} ${check.words}`);
      context.answer({ checks }, words.join("\n"));
      return checks.some((check) => check.state === "problem") ? 1 : 0;
    }),
};
