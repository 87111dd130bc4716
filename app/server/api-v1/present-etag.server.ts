import { createHash } from "node:crypto";
import { apiNouns } from "./api-nouns";
import type { ApiAnswer, ApiRoute } from "./api-route";
import { problem } from "./problem";

const routes = () => apiNouns.flatMap((noun) => noun.routes);

/** The call that shows what this one changes or removes. */
export const shownBy = (route: ApiRoute): ApiRoute | undefined =>
  routes().find(({ method, path }) => method === "GET" && path === route.path);

const isChange = ({ method }: ApiRoute): boolean => method === "PATCH" || method === "DELETE";

/** Whether somebody may say from which state a change starts. */
export const takesIfMatch = (route: ApiRoute): boolean => isChange(route) && shownBy(route) !== undefined;

const isChangeable = (route: ApiRoute): boolean =>
  route.method === "GET" && routes().some((other) => isChange(other) && other.path === route.path);

/** The ETag of what a call shows: its revision, else a hash of what people can change of what is shown. */
export function etagOf(route: ApiRoute, { revision, body }: ApiAnswer<unknown>): string | undefined {
  if (revision !== undefined) return `"${revision}"`;
  if (!isChangeable(route)) return undefined;
  const covered = (name: string, value: unknown) => (route.unversioned?.includes(name) ? undefined : value);
  return `"${createHash("sha256").update(JSON.stringify(body, covered)).digest("base64url").slice(0, 27)}"`;
}

/** 412 when what stands there now has none of the given ETags. `show` runs the call that shows it. */
export async function requirePresent(
  route: ApiRoute,
  ifMatch: string | undefined,
  show: (shown: ApiRoute) => Promise<ApiAnswer<unknown>>,
): Promise<void> {
  const given = ifMatch?.trim();
  const shown = isChange(route) ? shownBy(route) : undefined;
  if (!given || given === "*" || !shown) return;
  const present = etagOf(shown, await show(shown));
  const named = given.split(",").map((one) => one.trim().replace(/^W\//, ""));
  if (present !== undefined && named.includes(present)) return;
  throw problem(412, "revision_differs", "This is not the present ETag. Nothing was changed.");
}
