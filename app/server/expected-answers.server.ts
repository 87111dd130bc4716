import type { ServerBuild } from "@remix-run/node";
import { expectedError, statusOfKind } from "./http-errors.server";

type RouteModule = ServerBuild["routes"][string]["module"];

function toResponse(error: unknown): unknown {
  const expected = expectedError(error);
  if (!expected) return error;
  const { safeMessage: message, code, details } = expected;
  const headers = new Headers({ "content-type": "application/json; charset=utf-8" });
  if (details.retryAfter) headers.set("retry-after", String(details.retryAfter));
  return new Response(JSON.stringify({ message, code, data: details.data }), {
    status: statusOfKind[expected.kind],
    headers,
  });
}

function answering<Handler extends ((...parts: never[]) => unknown) | undefined>(handler: Handler): Handler {
  if (!handler) return handler;
  return (async (...parts: never[]) => {
    try {
      return await handler(...parts);
    } catch (error) {
      throw toResponse(error);
    }
  }) as unknown as Handler;
}

/** Expected failures thrown by loaders and actions become answers with their status, which error pages can show. */
export function withExpectedAnswers(build: ServerBuild): ServerBuild {
  const routes = Object.fromEntries(
    Object.entries(build.routes).map(([id, route]) => {
      if (!route) return [id, route];
      const module: RouteModule = {
        ...route.module,
        loader: answering(route.module.loader),
        action: answering(route.module.action),
      };
      return [id, { ...route, module }];
    }),
  );
  return { ...build, routes };
}
