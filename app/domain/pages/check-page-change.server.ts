import type { z } from "zod";
import type { Executor } from "~db/schema/executor";
import { DomainError, messagesByField } from "../domain-error";
import { getWorkspace } from "../workspaces/find-workspace.server";
import { standingAllows } from "../workspaces/standing";
import type { PageSummary } from "./page";
import { selectPageAtPath } from "./page-queries.server";

export async function requireEditableWorkspace(tx: Executor, workspaceId: string): Promise<void> {
  const workspace = await getWorkspace(tx, workspaceId);
  if (!standingAllows(workspace.standing, "edit")) {
    throw new DomainError(
      "forbidden",
      "workspace_read_only",
      "This workspace is being closed and can only be read. Nothing was changed.",
    );
  }
}

export async function requireFreePath(
  tx: Executor,
  workspaceId: string,
  siteId: string,
  path: string,
  exceptPageId = "",
): Promise<void> {
  const taken = await selectPageAtPath(tx, workspaceId, siteId, path);
  if (taken && taken !== exceptPageId) {
    const message = `Another page of this site has the address ${path}. Choose another one.`;
    throw new DomainError("conflict", "page_path_taken", message, { fields: { path: message } });
  }
}

/** A variant goes where its page goes. */
export function requirePageOfItsOwn({ variantOf }: PageSummary): void {
  if (!variantOf) return;
  throw new DomainError(
    "conflict",
    "page_is_variant",
    "This is a variant of another page. Archive it in the experiment.",
  );
}

/** Turns what zod found into one error with a message per field. */
export function readInput<T>(schema: z.ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = messagesByField(parsed.error.issues);
  const message = Object.values(fields)[0] ?? "Something in this is not right.";
  throw new DomainError("invalid", "page_invalid", message, { fields });
}
