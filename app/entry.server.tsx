import {
  type ActionFunctionArgs,
  type AppLoadContext,
  createReadableStreamFromReadable,
  type EntryContext,
  type LoaderFunctionArgs,
} from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { NonceContext } from "~/components/frame/nonce-context";
import { isDomainError } from "~/domain/domain-error";
import { preloadNonce } from "~/server/preload-nonce.server";

export const streamTimeout = 5_000;

/** Streams the page to people; robots get it whole. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { deps, nonce }: AppLoadContext,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    let answered = false;
    let answerStatus = status;
    const answer = () => {
      answered = true;
      const body = preloadNonce(nonce);
      body.once("close", () => clearTimeout(timer));
      headers.set("Content-Type", "text/html; charset=utf-8");
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: answerStatus }));
      pipe(body);
    };
    const whole = isbot(request.headers.get("user-agent"));
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer
          context={remixContext}
          url={request.url}
          abortDelay={streamTimeout + 1_000}
          nonce={nonce}
        />
      </NonceContext.Provider>,
      {
        nonce,
        [whole ? "onAllReady" : "onShellReady"]: answer,
        onShellError(error: unknown) {
          clearTimeout(timer);
          reject(error);
        },
        onError(error: unknown) {
          answerStatus = 500;
          if (answered && !request.signal.aborted) {
            deps.log.error({ err: error, path: loggedPath(request) }, "a page broke while it was rendered");
          }
        },
      },
    );
    const timer = setTimeout(abort, streamTimeout + 1_000);
  });
}

/** What loaders and actions did not expect. What they refuse on purpose is no fault and is not logged. */
export function handleError(error: unknown, args: LoaderFunctionArgs | ActionFunctionArgs): void {
  const { request, context } = args;
  if (request.signal.aborted || isDomainError(error) || isRefusal(error)) return;
  context.deps.log.error(
    { err: error, method: request.method, path: loggedPath(request) },
    "a request failed unexpectedly",
  );
}

/** Addresses without a page (404, 405), which Remix reports as errors of its own. */
const isRefusal = (error: unknown): boolean =>
  typeof error === "object" && error !== null && "status" in error && Number(error.status) < 500;

const longestPart = 30;

/** The path without its query and without parts long enough to be tokens. */
function loggedPath(request: Request): string {
  const { pathname } = new URL(request.url);
  return pathname
    .split("/")
    .map((part) => (part.length > longestPart ? "…" : part))
    .join("/");
}
