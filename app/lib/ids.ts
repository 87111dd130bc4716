import { monotonicFactory } from "ulid";
import type { Clock } from "./clock";

/** Makes ids: 26-character ULIDs, ascending within a process. An id is never a capability. */
export interface Ids {
  next(): string;
}

/** Randomness is fetched by the page: asked for byte by byte it costs more than the id itself. */
function pooledRandom(): () => number {
  const pool = new Uint8Array(4096);
  let at = pool.length;
  return () => {
    if (at === pool.length) {
      crypto.getRandomValues(pool);
      at = 0;
    }
    const byte = pool[at] ?? 0;
    at += 1;
    return byte / 256;
  };
}

export function createIds(clock: Clock): Ids {
  const ulid = monotonicFactory(pooledRandom());
  return { next: () => ulid(clock.now()) };
}

/** Prefixes exist only outside: in the API, in exports for people and in addresses. */
export const idPrefixes = {
  site: "site",
  page: "page",
  version: "ver",
  section: "sec",
  form: "form",
  lead: "lead",
  submission: "sub",
  import: "imp",
  segment: "seg",
  topic: "top",
  sender: "snd",
  campaign: "cmp",
  delivery: "del",
  export: "exp",
  suppression: "sup",
  consent: "con",
  key: "key",
  file: "file",
  workspace: "ws",
  account: "acc",
  audit: "aud",
  request: "req",
  redirect: "rdr",
  schedule: "sch",
  previewLink: "prv",
  thirdParty: "svc",
  experiment: "xpt",
  variant: "var",
  webhook: "whk",
  message: "msg",
  testimonial: "tst",
  order: "ord",
} as const;

export type IdKind = keyof typeof idPrefixes;

const ulidShape = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

export const isId = (value: string): boolean => ulidShape.test(value);

export function publicId(kind: IdKind, id: string): string {
  return `${idPrefixes[kind]}_${id}`;
}

/** The stored id of an outside one, with or without its prefix; undefined when it cannot be one. */
export function storedId(kind: IdKind, outside: string): string | undefined {
  const prefix = `${idPrefixes[kind]}_`;
  const id = (outside.startsWith(prefix) ? outside.slice(prefix.length) : outside).toUpperCase();
  return isId(id) ? id : undefined;
}

/** Stands for the platform where a workspace id is asked for. */
export const platformScope = "00000000000000000000000000";
