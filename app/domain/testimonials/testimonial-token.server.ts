import { bytesToId, idToBytes, signToken, verifyToken } from "~/lib/signed-token.server";
import type { Deps } from "../deps";
import { tokenTypes } from "../keys/token-types";

/** The link with which the quoted person decides, and may withdraw for as long as the quotation exists. */
export const testimonialToken = (
  deps: Pick<Deps, "keys">,
  one: { workspaceId: string; id: string },
): string =>
  signToken(
    deps.keys.platform("token"),
    tokenTypes.testimonial,
    Buffer.concat([idToBytes(one.workspaceId), idToBytes(one.id)]),
  );

export function readTestimonialToken(
  deps: Pick<Deps, "keys">,
  token: string,
): { workspaceId: string; id: string } | undefined {
  const bytes = verifyToken((shortId) => deps.keys.secretByShortId(shortId), tokenTypes.testimonial, token);
  if (bytes?.length !== 32) return undefined;
  return { workspaceId: bytesToId(bytes.subarray(0, 16)), id: bytesToId(bytes.subarray(16)) };
}
