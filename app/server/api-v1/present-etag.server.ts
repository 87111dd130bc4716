import { createHash } from "node:crypto";
import { holdShownRows } from "~/domain/developer/hold-shown-rows.server";
import type { Tx } from "~db/schema/executor";
import type { ServerDeps } from "../server-deps";
import { apiNouns } from "./api-nouns";
import type { ApiAnswer, ApiCall, ApiRoute } from "./api-route";
import { problem } from "./problem";

const routes = () => apiNouns.flatMap((noun) => noun.routes);
const shownAt = (path: string) => routes().find((route) => route.method === "GET" && route.path === path);

const isChange = ({ method }: ApiRoute): boolean => method === "PATCH" || method === "DELETE";

/** The call that shows what this one changes: at the same address, else the nearest thing above it. */
export function shownBy(route: ApiRoute): ApiRoute | undefined {
  if (route.method === "GET") return undefined;
  const own = isChange(route) ? shownAt(route.path) : undefined;
  if (own) return own;
  const parts = route.path.split("/").slice(0, -1);
  for (; parts.length > 0; parts.pop()) {
    const above = parts.at(-1)?.startsWith(":") ? shownAt(parts.join("/")) : undefined;
    if (above) return above;
  }
  return undefined;
}

/** Whether the answer of a call carries the ETag that changes are made by. */
export const isShownForChanges = (route: ApiRoute): boolean =>
  route.method === "GET" && routes().some((other) => shownBy(other) === route);

/** The ETag of what a call shows: its revision, else a hash of what people can change of what is shown. */
export function etagOf(route: ApiRoute, { revision, body }: ApiAnswer<unknown>): string | undefined {
  if (revision !== undefined) return `"${revision}"`;
  if (!isShownForChanges(route)) return undefined;
  const covered = (name: string, value: unknown) => (route.unversioned?.includes(name) ? undefined : value);
  return `"${createHash("sha256").update(JSON.stringify(body, covered)).digest("base64url").slice(0, 27)}"`;
}

type Seen = Pick<ApiCall<unknown, unknown, unknown>, "actor" | "workspaceId" | "params">;

const nothingToMatch = () =>
  problem(
    400,
    "if_match_unsupported",
    "Nothing that a GET shows is changed here, so that there is no ETag to compare. Nothing was done: send this without If-Match.",
  );

const changed = () =>
  problem(
    412,
    "revision_differs",
    "This is not the present ETag: it was changed since you read it. Nothing was done. Read it again, and send this with its ETag if it still holds.",
  );

async function* noFile(): AsyncGenerator<Uint8Array> {}

async function requirePresent(shown: ApiRoute, named: readonly string[], deps: ServerDeps, seen: Seen) {
  const query = shown.query?.parse({});
  const answer = await shown.run({
    ...seen,
    deps,
    query,
    body: undefined,
    file: noFile(),
    revision: undefined,
  });
  const present = etagOf(shown, answer);
  if (present === undefined || !named.includes(present)) throw changed();
}

/** The first transaction begins with the check; what follows in the same call stands on it. */
function withCheck(deps: ServerDeps, check: (tx: Tx) => Promise<void>): ServerDeps {
  let done = false;
  return {
    ...deps,
    async transact(work, options) {
      if (done) return deps.transact(work, options);
      const result = await deps.transact(async (tx) => {
        await check(tx);
        return work(tx);
      }, options);
      done = true;
      return result;
    },
  };
}

/**
 * What a change with If-Match is made with. 412 when what stands there has none of the given ETags: looked at before,
 * and again inside the transaction that changes it, so that of two who start from the same state one is refused.
 */
export async function startFrom(
  route: ApiRoute,
  ifMatch: string | undefined,
  deps: ServerDeps,
  seen: Seen,
): Promise<ServerDeps> {
  const given = ifMatch?.trim();
  if (!given || route.method === "GET") return deps;
  const shown = shownBy(route);
  if (!shown) throw nothingToMatch();
  if (given === "*") return deps;
  const named = given.split(",").map((one) => one.trim().replace(/^W\//, ""));
  await requirePresent(shown, named, deps, seen);
  const rows = (await shown.rows?.({ ...seen, deps })) ?? [];
  return withCheck(deps, async (tx) => {
    await holdShownRows(tx, seen.workspaceId, rows);
    await requirePresent(shown, named, { ...deps, db: tx, reader: tx }, seen);
  });
}
