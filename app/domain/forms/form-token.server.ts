import { LRUCache } from "lru-cache";
import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

export interface FormTokenBody {
  workspaceId: string;
  formId: string;
  pageVersionId: string;
}

/** Proves that a submission comes from a page of ours. Holds no time: the page is cached. */
export function formToken(deps: Pick<Deps, "keys">, body: FormTokenBody): string {
  const bytes = Buffer.concat([
    idToBytes(body.workspaceId),
    idToBytes(body.formId),
    idToBytes(body.pageVersionId),
  ]);
  return signToken(deps.keys.platform("token"), tokenTypes.form, bytes);
}

/** Reads tokens; those of pages in use are remembered, since every visitor of a page sends the same one. */
export function createFormTokenReader(deps: Pick<Deps, "keys">) {
  const known = new LRUCache<string, FormTokenBody>({ max: 5000 });
  return (token: string): FormTokenBody | undefined => {
    const seen = known.get(token);
    if (seen) return seen;
    const bytes = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.form, token);
    if (bytes?.length !== 48) return undefined;
    const body = {
      workspaceId: bytesToId(bytes.subarray(0, 16)),
      formId: bytesToId(bytes.subarray(16, 32)),
      pageVersionId: bytesToId(bytes.subarray(32, 48)),
    };
    known.set(token, body);
    return body;
  };
}
