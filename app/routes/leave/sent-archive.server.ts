import { type LoaderFunctionArgs, unstable_parseMultipartFormData } from "@remix-run/node";
import { DomainError } from "~/domain/domain-error";
import { type ReceivedArchive, receiveArchive } from "~/domain/termination/received-archive.server";
import { startArchiveImport } from "~/domain/termination/start-archive-import.server";
import type { MemberSession } from "~/server/session/require-member.server";

const longestText = 1000;

async function readText(data: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of data) {
    if (text.length <= longestText) text += decoder.decode(chunk, { stream: true });
  }
  return text.slice(0, longestText);
}

/** The form of the screen, with and without script: its file goes to the disk while it comes. */
export async function importSentArchive(
  { request, context: { deps } }: Pick<LoaderFunctionArgs, "request" | "context">,
  { member, workspace }: MemberSession,
): Promise<void> {
  const workspaceId = workspace.id;
  let received: ReceivedArchive | undefined;
  const form = await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
    if (filename === undefined) return readText(data);
    if (name === "file" && !received)
      received = await receiveArchive(deps, workspaceId, { name: filename, body: data });
    else for await (const _unasked of data);
    return undefined;
  });
  if (!received) {
    throw new DomainError("invalid", "file_missing", "Choose an archive. Nothing was imported.", {
      fields: { file: "Choose the ZIP of an export." },
    });
  }
  await startArchiveImport(deps, member, { workspaceId, received, serve: form.get("serve") === "yes" });
}
