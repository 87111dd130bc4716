import type { AppLoadContext } from "@remix-run/node";
import { refuse } from "~/server/session/answer-form.server";
import type { RouteModule } from "./product-routes";
import type { Sent } from "./screen-sample";

export interface Asked {
  url: string;
  params: Record<string, string>;
  context: AppLoadContext;
  cookie: string;
}

export interface Answer {
  status: number;
  /** Everything that went out, headers included. */
  text: string;
}

const headersOf = (headers: Headers) => [...headers].map(([name, value]) => `${name}: ${value}`).join("\n");

async function read(answer: unknown): Promise<Answer> {
  if (answer instanceof Response) {
    const body = Buffer.from(await answer.arrayBuffer()).toString("utf8");
    return { status: answer.status, text: `${headersOf(answer.headers)}\n${body}` };
  }
  const wrapped = answer as { type?: string; data?: unknown; init?: ResponseInit } | null | undefined;
  if (wrapped?.type === "DataWithResponseInit") {
    return { status: wrapped.init?.status ?? 200, text: JSON.stringify(wrapped.data) ?? "" };
  }
  return { status: 200, text: JSON.stringify(answer) ?? "" };
}

function requestOf({ url, cookie }: Asked, sent: Sent | undefined): Request {
  const headers: Record<string, string> = cookie ? { cookie } : {};
  if (!sent) return new Request(url, { headers });
  const method = sent.method ?? "POST";
  if (sent.json !== undefined) {
    return new Request(url, { method, headers, body: JSON.stringify(sent.json) });
  }
  if (sent.file) {
    const body = new FormData();
    const { field, name, type, bytes } = sent.file;
    for (const [key, value] of Object.entries(sent.form ?? {})) body.append(key, value);
    body.append(field, new File([new Uint8Array(bytes)], name, { type }));
    return new Request(url, { method, headers, body });
  }
  return new Request(url, { method, headers, body: new URLSearchParams(sent.form ?? {}) });
}

/** Calls a loader, or with `sent` an action, as the server does: what it throws is an answer too. */
export async function askRoute(module: RouteModule, asked: Asked, sent?: Sent): Promise<Answer> {
  const { status, text } = await call(module, asked, sent);
  return { status, text: withoutEcho(text, sent) };
}

/** A refused form comes back with what was typed, which tells nothing to whoever typed it. */
function withoutEcho(text: string, sent: Sent | undefined): string {
  return Object.values(sent?.form ?? {}).reduce(
    (rest, value) => (value.length > 8 ? rest.replaceAll(value, "") : rest),
    text,
  );
}

async function call(module: RouteModule, asked: Asked, sent?: Sent): Promise<Answer> {
  const handler = sent ? module.action : module.loader;
  if (!handler) throw new Error(`${asked.url} has no ${sent ? "action" : "loader"}`);
  const { context, params } = asked;
  try {
    return await read(await handler({ request: requestOf(asked, sent), context, params } as never));
  } catch (thrown) {
    const answer = refuse(thrown);
    if (answer instanceof Error) throw answer;
    return read(answer);
  }
}
