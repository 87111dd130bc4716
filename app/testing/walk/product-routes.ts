import type { RouteConfigEntry } from "@remix-run/route-config";
import config from "~/routes";

type Handler = (args: never) => unknown;

export interface RouteModule {
  loader?: Handler;
  action?: Handler;
}

export interface ProductRoute {
  /** Its address, as the router has it. */
  path: string;
  /** Address and file: what a failing test says. */
  name: string;
  load(): Promise<RouteModule>;
}

const modules = import.meta.glob<RouteModule>("/app/routes/**/*.{ts,tsx}");

function flatten(entries: readonly RouteConfigEntry[], above: string): ProductRoute[] {
  return entries.flatMap((entry) => {
    const path = [above, entry.path ?? ""].filter(Boolean).join("/");
    const load = modules[`/app/${entry.file}`];
    if (!load) throw new Error(`The router names ${entry.file}, which is not there`);
    return [{ path, name: `/${path} (${entry.file})`, load }, ...flatten(entry.children ?? [], path)];
  });
}

/** Every screen and resource, from the router itself. */
export const productRoutes: readonly ProductRoute[] = flatten(config, "");

/** What belongs to one workspace; everything else is listed with its reason. */
export const ofWorkspace = (route: ProductRoute): boolean => /^w\/:workspace(\/|$)/.test(route.path);
