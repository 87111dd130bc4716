import { findAccountByEmail, findAccountById } from "~/domain/accounts/find-account.server";
import { createSite } from "~/domain/sites/create-site.server";
import { createWorkspace } from "~/domain/workspaces/create-workspace.server";
import { publicId, storedId } from "~/lib/ids";
import { type Command, CommandFailure, needed, withInstance } from "./command";

export const workspaceCreateCommand: Command = {
  name: "workspace create",
  summary: "Make a workspace with an owner and a site of the same slug",
  usage: "--slug SLUG --name NAME --owner EMAIL|ID [--no-site]",
  options: {
    slug: { type: "string" },
    name: { type: "string" },
    owner: { type: "string" },
    "no-site": { type: "boolean", default: false },
  },
  async run(context) {
    const slug = needed(context.values, "slug");
    const name = needed(context.values, "name");
    const given = needed(context.values, "owner");
    const ownerId = storedId("account", given);
    return withInstance(context, async ({ deps }) => {
      const owner = ownerId ? await findAccountById(deps, ownerId) : await findAccountByEmail(deps, given);
      if (!owner)
        throw new CommandFailure(
          `There is no account with the ${ownerId ? "id" : "address"} ${given}. Make it with: user create`,
        );
      const actor = { kind: "system", reason: "command line" } as const;
      const workspace = await createWorkspace(deps, actor, { slug, name, ownerAccountId: owner.id });
      if (context.values["no-site"] !== true) {
        await createSite(deps, actor, { workspaceId: workspace.id, slug, name });
      }
      context.answer(
        { id: publicId("workspace", workspace.id), slug, name },
        `Made the workspace ${slug}: ${deps.urls.app(`/w/${slug}`)}`,
      );
      return 0;
    });
  },
};
