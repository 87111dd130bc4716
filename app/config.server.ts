import ipaddr from "ipaddr.js";
import { getDomain } from "tldts";
import { z } from "zod";
import { ConfigError } from "./config-error";
import {
  type OutsideConfig,
  outsideEnvironment,
  outsideExamples,
  readOutside,
} from "./config-outside.server";
import { namesDatabase, origin, wholeNumber } from "./config-shapes";
import { isListenPlace, readListenPlace } from "./lib/listen-place";
import { isPublicKey } from "./lib/public-key.server";

const examples: Record<string, string> = {
  PORT: "3000",
  HOST: "127.0.0.1",
  APP_ORIGIN: "https://app.example.com",
  LINKS_ORIGIN: "https://links.example.com",
  TRUSTED_PROXIES: "10.0.0.0/8,127.0.0.1/32",
  PLACES_HEADER: "cf-ipcountry",
  PAGES_DOMAIN: "pages.example.net",
  DATABASE_URL: "mysql://foyer:secret@127.0.0.1:3306/foyer",
  FOYER_DATA: "var",
  JOURNAL_URL: "mysql://journal:secret@db2.example.com:3306/foyer_journal",
  FOYER_ROLES: "web,edge,worker",
  FOYER_DEMO: "0",
  FOYER_SECRET: "a-random-text-of-at-least-32-characters",
  DNS_CHECKS: "on",
  DNS_SERVERS: "127.0.0.1:5353",
  SITE_ADDRESSES: "203.0.113.10,2001:db8::10",
  TLS_ASK_TOKEN: "a-random-text",
  PAGE_CACHE_MB: "64",
  ARCHIVE_MAX_MB: "20000",
  SMTP_URL: "smtp://user:password@mail.example.com:587",
  SMTP_CONNECTIONS: "5",
  SENDER_VERIFICATION: "on",
  SENDGRID_API_KEY: "SG.a-key-with-the-right-to-send-mail",
  SENDGRID_API_BASE: "https://api.eu.sendgrid.com",
  SENDGRID_WEBHOOK_KEY: "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE... (the verification key that SendGrid shows)",
  BOUNCE_LISTEN: "0.0.0.0:25/bounces.example.com",
  WEBHOOK_PRIVATE_TARGETS: "off",
  METRICS_TOKEN: "a-random-text",
  LOG_LEVEL: "info",
  ...outsideExamples,
};

const listOf = (value: string) =>
  value
    .split(",")
    .map((part) => part.trim())
    .filter(Boolean);
const isCidr = (value: string) => ipaddr.isValid(value) || ipaddr.isValidCIDR(value);
/** As Node takes them: 192.0.2.1, 192.0.2.1:5353, [2001:db8::1]:53 */
const isDnsServer = (value: string) =>
  ipaddr.isValid(value) || ipaddr.isValid(value.replace(/:\d{1,5}$/, "").replace(/^\[(.*)\]$/, "$1"));
const roles = ["web", "edge", "worker"] as const;
export type ProcessRole = (typeof roles)[number];

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;
const headerName = z.string().regex(/^[A-Za-z0-9-]{1,60}$/, "must be the name of a header");
const environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  APP_ORIGIN: origin.optional(),
  LINKS_ORIGIN: origin.optional(),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .refine((value) => listOf(value).every(isCidr), "must be addresses or networks, separated by commas"),
  PLACES_FILE: z.string().min(1).optional(),
  PLACES_HEADER: headerName.optional(),
  PAGES_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+(:\d+)?$/, "must be a host name, with a port where needed")
    .optional(),
  DATABASE_URL: z
    .string()
    .regex(/^(sqlite:.+|mysql:\/\/.+)$/, "must start with sqlite: or mysql://")
    .refine(
      (value) => value.startsWith("sqlite:") || namesDatabase(value),
      "must be mysql:// with a host and the name of a database",
    )
    .optional(),
  FOYER_DATA: z.string().min(1).default("var"),
  JOURNAL_URL: z
    .string()
    .refine(
      (value) => value.startsWith("mysql://") && namesDatabase(value),
      "must be mysql:// with the name of a database",
    )
    .optional(),
  FOYER_ROLES: z
    .string()
    .default("web,edge,worker")
    .refine(
      (value) => value.split(",").every((role) => (roles as readonly string[]).includes(role.trim())),
      "may name web, edge and worker",
    ),
  FOYER_DEMO: z.enum(["0", "1"], { error: "must be 0 or 1" }).default("1"),
  FOYER_SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  DNS_CHECKS: z.enum(["on", "off"], { error: "must be on or off" }).default("off"),
  DNS_SERVERS: z
    .string()
    .default("")
    .refine((value) => listOf(value).every(isDnsServer), "must be addresses, separated by commas"),
  SITE_ADDRESSES: z
    .string()
    .default("")
    .refine((value) => listOf(value).every((each) => ipaddr.isValid(each)), "must be IP addresses"),
  TLS_ASK_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  PAGE_CACHE_MB: wholeNumber(8, 65_536).default(64),
  ARCHIVE_MAX_MB: wholeNumber(1, 1_048_576).default(20_000),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/.+/, "must start with smtp:// or smtps://")
    .refine(
      (value) => URL.canParse(value) && new URL(value).hostname !== "",
      "must name a mail server; signs such as / or @ in a password are written as %2F or %40",
    )
    .optional(),
  SMTP_CONNECTIONS: wholeNumber(1, 100).default(5),
  SENDER_VERIFICATION: z.enum(["on", "off"], { error: "must be on or off" }).default("on"),
  WEBHOOK_PRIVATE_TARGETS: z.enum(["on", "off"], { error: "must be on or off" }).default("off"),
  SENDGRID_API_KEY: z.string().min(8, "must be the whole key").optional(),
  SENDGRID_API_BASE: origin.default("https://api.sendgrid.com"),
  SENDGRID_WEBHOOK_KEY: z
    .string()
    .refine(isPublicKey, "must be the verification key of SendGrid's signed event webhook")
    .optional(),
  BOUNCE_LISTEN: z
    .string()
    .refine(isListenPlace, "must be an address and a port, with the domain of bounces where it differs")
    .optional(),
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  LOG_LEVEL: z.enum(logLevels, { error: `must be one of ${logLevels.join(", ")}` }).default("info"),
  ...outsideEnvironment,
});

export interface Config extends OutsideConfig {
  readonly http: {
    readonly port: number;
    readonly host: string;
    readonly trustedProxies: readonly string[];
    readonly places: { readonly file?: string; readonly header?: string };
    readonly metricsToken: string | undefined;
  };
  readonly origins: {
    /** Product, API and platform pages, such as http://localhost:3000. */
    readonly app: string;
    /** Links in mail. */
    readonly links: string;
    /** Host (and port) below which sites live, such as localhost:3000. */
    readonly pagesDomain: string;
    readonly pagesScheme: "http" | "https";
    readonly loopback: boolean;
  };
  readonly database: { readonly url: string; readonly embedded: boolean };
  readonly data: {
    readonly folder: string;
    readonly sourceRoot: string;
    /** Second place of the journal of opt-outs, withdrawals and erasures. */
    readonly journalUrl: string | undefined;
  };
  readonly secret: string | undefined;
  readonly roles: readonly ProcessRole[];
  readonly demo: boolean;
  readonly dnsChecks: boolean;
  readonly dns: {
    /** Asked instead of the machine's own resolvers; empty for those. */
    readonly servers: readonly string[];
    /** Where a custom domain must point to; empty: wherever the site's own host points. */
    readonly siteAddresses: readonly string[];
  };
  /** Lets a proxy that is not on this machine ask whether a host may have a certificate. */
  readonly tlsAskToken: string | undefined;
  readonly pageCacheBytes: number;
  /** Of an archive that is sent from the screen. */
  readonly archiveBytes: number;
  readonly mail: {
    readonly smtpUrl: string | undefined;
    readonly smtpConnections: number;
    readonly senderVerification: boolean;
    /** Mail leaves through SendGrid's own API. */
    readonly sendgrid: { readonly apiKey: string; readonly apiBase: string } | undefined;
    /** Verifies what SendGrid tells of messages. */
    readonly sendgridWebhookKey: string | undefined;
    /** Where bounces and unsubscribe mail are taken, and the domain that they are sent to. */
    readonly bounces: { readonly host: string; readonly port: number; readonly domain: string } | undefined;
  };
  /** privateTargets: webhooks may go to this machine and its network, and by http. */
  readonly webhooks: { readonly privateTargets: boolean };
  readonly logLevel: string;
}

export const isLoopbackHost = (host: string): boolean =>
  /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/.test(host);

function deepFreeze<T extends object>(value: T): T {
  for (const inner of Object.values(value)) if (inner && typeof inner === "object") deepFreeze(inner);
  return Object.freeze(value);
}

/**
 * Reads the settings once. `sourceRoot` is the folder of package.json.
 * Throws ConfigError for the first wrong value. Unset and empty are the same.
 */
export function readConfig(env: Record<string, string | undefined>, sourceRoot: string): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const setting = String(issue?.path[0] ?? "settings");
    throw new ConfigError(setting, issue?.message.toLowerCase() ?? "is wrong", examples[setting] ?? "");
  }
  const e = parsed.data;
  const app = e.APP_ORIGIN ?? `http://localhost:${e.PORT}`;
  const appUrl = new URL(app);
  const loopback = isLoopbackHost(appUrl.host);
  const databaseUrl = e.DATABASE_URL ?? `sqlite:${e.FOYER_DATA}/foyer.db`;
  const embedded = databaseUrl.startsWith("sqlite:");
  if (!embedded && !e.FOYER_SECRET) {
    throw new ConfigError(
      "FOYER_SECRET",
      "must be given with a mysql:// database",
      examples.FOYER_SECRET ?? "",
    );
  }
  if (e.SENDGRID_API_KEY && e.SMTP_URL) {
    const problem = "must not be given together with SMTP_URL: mail leaves one way or the other";
    throw new ConfigError("SENDGRID_API_KEY", problem, examples.SENDGRID_API_KEY ?? "");
  }
  if (e.JOURNAL_URL && e.JOURNAL_URL === databaseUrl) {
    throw new ConfigError(
      "JOURNAL_URL",
      "must not be the database itself, or both are lost at once",
      examples.JOURNAL_URL ?? "",
    );
  }
  const pagesDomain = e.PAGES_DOMAIN ?? (loopback ? `localhost:${e.PORT}` : undefined);
  if (!pagesDomain) {
    throw new ConfigError(
      "PAGES_DOMAIN",
      "must be given when APP_ORIGIN is not on this machine",
      examples.PAGES_DOMAIN ?? "",
    );
  }
  const registrable = (host: string) => getDomain(host.replace(/:\d+$/, ""), { allowPrivateDomains: true });
  if (!loopback && registrable(appUrl.hostname) === registrable(pagesDomain)) {
    throw new ConfigError(
      "PAGES_DOMAIN",
      "must not share its registrable domain with APP_ORIGIN, or a hosted page could reach the product's cookies",
      examples.PAGES_DOMAIN ?? "",
    );
  }
  return deepFreeze({
    http: {
      port: e.PORT,
      host: e.HOST,
      trustedProxies: listOf(e.TRUSTED_PROXIES),
      places: { file: e.PLACES_FILE, header: e.PLACES_HEADER?.toLowerCase() },
      metricsToken: e.METRICS_TOKEN,
    },
    origins: {
      app: appUrl.origin,
      links: e.LINKS_ORIGIN ?? appUrl.origin,
      pagesDomain,
      pagesScheme: appUrl.protocol === "https:" ? ("https" as const) : ("http" as const),
      loopback,
    },
    database: { url: databaseUrl, embedded },
    data: { folder: e.FOYER_DATA, sourceRoot, journalUrl: e.JOURNAL_URL },
    secret: e.FOYER_SECRET,
    roles: e.FOYER_ROLES.split(",").map((role) => role.trim() as ProcessRole),
    demo: e.FOYER_DEMO === "1",
    dnsChecks: e.DNS_CHECKS === "on",
    dns: { servers: listOf(e.DNS_SERVERS), siteAddresses: listOf(e.SITE_ADDRESSES) },
    tlsAskToken: e.TLS_ASK_TOKEN,
    pageCacheBytes: e.PAGE_CACHE_MB * 1024 * 1024,
    archiveBytes: e.ARCHIVE_MAX_MB * 1_000_000,
    mail: {
      smtpUrl: e.SMTP_URL,
      smtpConnections: e.SMTP_CONNECTIONS,
      senderVerification: e.SENDER_VERIFICATION === "on",
      sendgrid: e.SENDGRID_API_KEY ? { apiKey: e.SENDGRID_API_KEY, apiBase: e.SENDGRID_API_BASE } : undefined,
      sendgridWebhookKey: e.SENDGRID_WEBHOOK_KEY,
      bounces: readListenPlace(e.BOUNCE_LISTEN, new URL(e.LINKS_ORIGIN ?? app).hostname),
    },
    webhooks: { privateTargets: e.WEBHOOK_PRIVATE_TARGETS === "on" },
    ...readOutside(e),
    logLevel: e.LOG_LEVEL,
  });
}
