import type { AppLoadContext } from "@remix-run/node";
import type { Actor } from "~/domain/actor";

/** What a new session keeps of the device. */
export const originOf = (request: Request, context: AppLoadContext) => ({
  ip: context.clientIp,
  userAgent: request.headers.get("user-agent") ?? "",
});

export const visitorOf = (context: AppLoadContext): Actor => ({ kind: "visitor", ip: context.clientIp });
