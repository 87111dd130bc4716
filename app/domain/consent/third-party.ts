import { z } from "zod";
import { plainLine } from "~/lib/plain-text";
import { DomainError, messagesByField } from "../domain-error";
import { type CookieCategory, cookieCategories } from "./cookie-choice";
import { readOrigin, readScriptAddress } from "./third-party-address";

/** A service of others that pages of the workspace load, for visitors who agreed to its category. */
export interface ThirdParty {
  id: string;
  /** Empty: every site of the workspace. */
  siteId: string;
  name: string;
  vendor: string;
  purpose: string;
  category: CookieCategory;
  privacyUrl: string;
  scripts: string[];
  /** Runs before the scripts. */
  startCode: string;
  /** Origins it may reach besides those of its scripts. */
  hosts: string[];
  /** Names of what it stores in the browser, `*` at the end for anything. */
  storedNames: string[];
  /** Only of the one that the operator set for forms: what our script needs to join it to them. */
  joins?: { vendor: string; key: string };
}

const line = (max: number) => z.string().transform((value) => plainLine(value, max));

/** One entry in each line; empty lines do not count. */
const list = (most: number, tooMany: string, read: (entry: string) => string | undefined, wrong: string) =>
  z
    .union([z.string(), z.array(z.string())])
    .default([])
    .transform((given, context) => {
      const entries = (Array.isArray(given) ? given : given.split(/[\r\n]+/))
        .map((entry) => entry.trim())
        .filter(Boolean);
      if (entries.length > most) context.addIssue({ code: "custom", message: tooMany });
      const kept: string[] = [];
      for (const entry of entries.slice(0, most)) {
        const value = read(entry);
        if (value === undefined)
          context.addIssue({ code: "custom", message: `${wrong} Look at “${plainLine(entry, 60)}”.` });
        else if (!kept.includes(value)) kept.push(value);
      }
      return kept;
    });

/** Inside a page the code stands between script tags: nothing in it may close them. */
const breaksOut = /<\/script|<!--|<script|[\u2028\u2029]/i;

const schema = z.object({
  siteId: z
    .string()
    .default("")
    .pipe(z.string().regex(/^(?:[0-9A-Z]{26})?$/, "Choose a site.")),
  name: line(80).pipe(z.string().min(1, "Name the service as your visitors know it.")),
  vendor: line(120).pipe(z.string().min(1, "Say which company runs it.")),
  purpose: line(300).pipe(z.string().min(1, "Say what it is for, in words your visitors understand.")),
  category: z.enum(cookieCategories, "Choose what it is for."),
  privacyUrl: z
    .string()
    .trim()
    .max(500, "This address is too long.")
    .default("")
    .refine(
      (value) => value === "" || /^https:\/\/[^\s"'<>]+$/i.test(value),
      "Give an address that begins with https://.",
    ),
  scripts: list(
    5,
    "At most five scripts for one service.",
    readScriptAddress,
    "Give script addresses that begin with https://, one in each line.",
  ),
  startCode: z
    .string()
    .default("")
    .transform((value) => value.replace(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .max(4000, "At most 4,000 characters. Put longer code into a script of its own.")
        .refine((value) => !breaksOut.test(value), "Give the code alone, without <script> around it."),
    ),
  hosts: list(
    20,
    "At most twenty hosts for one service.",
    readOrigin,
    "Give hosts such as stats.example.com or *.example.com, one in each line.",
  ),
  storedNames: list(
    30,
    "At most thirty names.",
    (entry) => (/^[\w.~!#$%&'+^`|-]{1,80}\*?$/.test(entry) ? entry : undefined),
    "Give names as the browser shows them, one in each line.",
  ),
});

export type ThirdPartyInput = z.input<typeof schema>;

/** Reads what was given, or says by field what is wrong with it. */
export function readThirdParty(given: ThirdPartyInput): Omit<ThirdParty, "id"> {
  const parsed = schema.safeParse(given);
  const fields = messagesByField(parsed.error?.issues ?? []);
  if (parsed.success && parsed.data.scripts.length === 0 && parsed.data.startCode === "")
    fields.scripts = "Give the address of its script, or its start code.";
  if (parsed.success && Object.keys(fields).length === 0) return parsed.data;
  const message = Object.values(fields)[0] ?? "Check the service.";
  throw new DomainError("invalid", "third_party_invalid", message, { fields });
}
