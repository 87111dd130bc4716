import { type LoaderFunctionArgs, unstable_parseMultipartFormData } from "@remix-run/node";
import { z } from "zod";
import { DomainError } from "~/domain/domain-error";
import {
  type ReceivedArchive,
  receiveArchive,
  receivePiece,
} from "~/domain/termination/received-archive.server";
import { startArchiveImport } from "~/domain/termination/start-archive-import.server";
import type { MemberSession } from "~/server/session/require-member.server";

const longestText = 1000;

type Args = Pick<LoaderFunctionArgs, "request" | "context">;
type Texts = Record<string, string>;

async function readText(data: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of data) {
    if (text.length <= longestText) text += decoder.decode(chunk, { stream: true });
  }
  return text.slice(0, longestText);
}

/** The file goes on while it comes; `before`: the fields that stand before it, `texts`: all of them. */
async function readSent<T>(
  request: Request,
  take: (file: { name: string; body: AsyncIterable<Uint8Array> }, before: Texts) => Promise<T>,
): Promise<{ taken: T; texts: Texts }> {
  const texts: Texts = {};
  let taken: { of: T } | undefined;
  await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
    if (filename === undefined) {
      texts[name] = await readText(data);
      return texts[name];
    }
    if (name === "file" && !taken) taken = { of: await take({ name: filename, body: data }, texts) };
    else for await (const _unasked of data);
    return undefined;
  });
  if (taken) return { taken: taken.of, texts };
  throw new DomainError("invalid", "file_missing", "Choose an archive. Nothing was imported.", {
    fields: { file: "Choose the ZIP of an export." },
  });
}

/** The form of the screen without script: all in one request. */
export async function importSentArchive(
  { request, context: { deps } }: Args,
  { member, workspace }: MemberSession,
): Promise<void> {
  const workspaceId = workspace.id;
  const { taken, texts } = await readSent<ReceivedArchive>(request, (file) =>
    receiveArchive(deps, workspaceId, file),
  );
  await startArchiveImport(deps, member, { workspaceId, received: taken, serve: texts.serve === "yes" });
}

const whole = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const pieceFields = z.object({ name: z.string().min(1), size: whole, modified: whole, at: whole });

/** A piece of it, sent by script: how much is here now, and whether that was the last one and the import is ordered. */
export async function takeSentPiece(
  { request, context: { deps } }: Args,
  { member, workspace }: MemberSession,
): Promise<{ at: number; isWhole: boolean }> {
  const workspaceId = workspace.id;
  const whose = { workspaceId, accountId: member.accountId };
  const { taken, texts } = await readSent(request, ({ body }, before) => {
    const fields = pieceFields.safeParse(before);
    if (!fields.success)
      throw new DomainError(
        "invalid",
        "archive_piece",
        "This is no piece of an archive. Nothing was imported.",
      );
    return receivePiece(deps, whose, { ...fields.data, body });
  });
  const { at, received } = taken;
  if (received)
    await startArchiveImport(deps, member, { workspaceId, received, serve: texts.serve === "yes" });
  return { at, isWhole: received !== undefined };
}
