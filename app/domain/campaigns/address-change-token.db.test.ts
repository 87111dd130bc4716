import { describe, expect, it } from "vitest";
import { useTestInstance } from "~/testing/db/test-deps";
import { createPageTokenReader, pageToken } from "../tracking/page-token.server";
import { addressChangeToken, readAddressChange } from "./address-change-token.server";

const instance = useTestInstance();

describe("the link to another address for mail", () => {
  it("is not what stands in every page, nor the other way round", () => {
    const { deps } = instance();
    const id = () => deps.ids.next();
    const page = { workspaceId: id(), pageId: id(), pageVersionId: id(), siteId: id() };
    expect(readAddressChange(deps, pageToken(deps, page))).toBeUndefined();

    const change = {
      ...{ workspaceId: id(), deliveryId: id(), addressHash: "ab".repeat(16) },
      // As long as the token of a page.
      ...{ stage: "new" as const, email: "ab@cd.org" },
    };
    const token = addressChangeToken(deps, change);
    expect(readAddressChange(deps, token)).toMatchObject(change);
    expect(createPageTokenReader(deps)(token)).toBeUndefined();
  });
});
