import type { z } from "zod";
import type { ApiScope } from "~/domain/developer/api-scope";
import type { ApiKeyActor } from "~/domain/developer/authenticate-api-key.server";
import type { HeldRow } from "~db/dialects/sql/hold-row";
import type { ServerDeps } from "../server-deps";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What a call knows: who asks, and everything that was checked. */
export interface ApiCall<P, Q, B> {
  deps: ServerDeps;
  actor: ApiKeyActor;
  workspaceId: string;
  params: P;
  query: Q;
  body: B;
  /** The bytes of a CSV file; empty elsewhere. */
  file: AsyncIterable<Uint8Array>;
  /** Of If-Match, where the route takes one and the caller gave it. */
  revision: number | undefined;
}

export interface ApiAnswer<A> {
  body?: A;
  /** Where it differs from the declared one. */
  status?: number;
  /** Told as ETag, for If-Match of the next change. */
  revision?: number;
  location?: string;
}

interface Declaration<
  P extends z.ZodType,
  Q extends z.ZodType,
  B extends z.ZodType,
  A extends z.ZodType | undefined,
> {
  method: Method;
  /** Below /api/v1, as in /pages/:page. */
  path: string;
  scope: ApiScope;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  /** JSON, unless `csv` says that the body is a CSV file. */
  body?: B;
  csv?: true;
  /** Shape of a success; undefined for 204. */
  answer: A;
  status: 200 | 201 | 202 | 204;
  /** Another success than the declared one, with when it is given. */
  alsoStatus?: Partial<Record<200 | 201 | 202, string>>;
  /** A change of something that has a revision: takes If-Match, 412 for an old one. */
  ifMatch?: true;
  /** Fields of the answer that change by themselves: its ETag says nothing of them. */
  unversioned?: readonly string[];
  /** Of a GET of one thing: the rows that hold what it shows, so that changes by ETag come one after the other. */
  rows?(
    call: Pick<ApiCall<z.output<P>, unknown, unknown>, "deps" | "workspaceId" | "params">,
  ): readonly HeldRow[] | Promise<readonly HeldRow[]>;
  run(
    call: ApiCall<z.output<P>, z.output<Q>, z.output<B>>,
  ): Promise<ApiAnswer<A extends z.ZodType ? z.input<A> : undefined>>;
}

export type ApiRoute = Declaration<z.ZodType, z.ZodType, z.ZodType, z.ZodType | undefined>;

/** Declares a call once: the server, the OpenAPI document and the readable docs are made from it. */
export function apiRoute<
  P extends z.ZodType = z.ZodUndefined,
  Q extends z.ZodType = z.ZodUndefined,
  B extends z.ZodType = z.ZodUndefined,
  A extends z.ZodType | undefined = undefined,
>(declaration: Declaration<P, Q, B, A>): ApiRoute {
  return declaration as unknown as ApiRoute;
}

export interface ApiNoun {
  /** As a heading: "Pages". */
  name: string;
  description: string;
  routes: readonly ApiRoute[];
}
