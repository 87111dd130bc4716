import type { ServerBuild } from "@remix-run/node";
import { refuse } from "./answer-form.server";
import { unreadableBody } from "./unreadable-body.server";

type Handler = (args: never) => unknown;

function answering<T>(handler: T): T {
  if (typeof handler !== "function") return handler;
  const inner = handler as unknown as Handler;
  const wrapped = async (args: never) => {
    try {
      return await inner(args);
    } catch (error) {
      throw unreadableBody(error) ?? refuse(error);
    }
  };
  return Object.assign(wrapped, inner) as unknown as T;
}

/** The build with every loader and action answering an expected failure by its status, not as a fault of ours. */
export function answerRefusals(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const { module } = route;
      return [
        id,
        {
          ...route,
          module: { ...module, loader: answering(module.loader), action: answering(module.action) },
        },
      ];
    }),
  );
  return { ...build, routes };
}
