import type {} from "@remix-run/node";
import type { ServerDeps } from "./server/server-deps";

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    deps: ServerDeps;
    /** For the Content-Security-Policy of this answer. */
    nonce: string;
    clientIp: string;
  }
  interface Future {
    v3_singleFetch: true;
  }
}
