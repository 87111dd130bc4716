import type { FastifyInstance } from "fastify";

export interface ServerRoute {
  method: string;
  path: string;
  /** The audience of the host: app, links or site. */
  surface: string;
}

const line = /^((?:[│ ] {3})*)(?:(?:├──|└──) |│ {3})?(\S+) \(([A-Z, ]+)\)(?: (\{.*\}))?$/;

/** What the server's own router prints, as a list. HEAD goes with GET. */
export function serverRoutes(app: FastifyInstance): ServerRoute[] {
  const routes: ServerRoute[] = [];
  const above: string[] = [];
  for (const printed of app.printRoutes({ commonPrefix: false }).split("\n")) {
    if (printed.trim() === "") continue;
    const match = line.exec(printed);
    if (!match) throw new Error(`The router prints what the walk cannot read: ${printed}`);
    const [, indent = "", part = "", methods = "", constraints = "{}"] = match;
    const isBranch = /[├└]/.test(printed);
    // A second line of the same place tells of another host; it repeats the whole path of its level.
    const depth = isBranch ? indent.length / 4 : Math.max(0, (printed.search(/[^│ ]/) - 4) / 4);
    above.length = depth;
    above[depth] = part;
    const { surface = "" } = JSON.parse(constraints) as { surface?: string };
    for (const method of methods.split(", ")) {
      if (method !== "HEAD") routes.push({ method, path: above.join(""), surface });
    }
  }
  return routes;
}
