import { apiScopeNames } from "~/domain/developer/api-scope";
import { createApiKey } from "~/domain/developer/create-api-key.server";
import { publicId } from "~/lib/ids";
import { type Command, CommandFailure, needed, withInstance } from "./command";
import { findNamedWorkspace } from "./find-named-workspace.server";

export const tokenCreateCommand: Command = {
  name: "token create",
  summary: "Make an API token for a workspace; it is shown once",
  usage: `--workspace SLUG|ID --scopes all|SCOPE,SCOPE [--name NAME]

Scopes: ${apiScopeNames.join(" ")}`,
  options: {
    workspace: { type: "string" },
    scopes: { type: "string", multiple: true },
    name: { type: "string", default: "Made by the command line" },
  },
  words: Number.POSITIVE_INFINITY,
  async run(context) {
    const slug = needed(context.values, "workspace");
    const given = context.values.scopes;
    const scopes = [...(Array.isArray(given) ? given : []), ...context.positionals]
      .flatMap((text) => text.split(/[\s,]+/))
      .filter(Boolean);
    if (scopes.length === 0) throw new CommandFailure("--scopes is missing. See --help.", 2);
    return withInstance(context, async ({ deps }) => {
      const workspace = await findNamedWorkspace(deps, slug);
      const made = await createApiKey(
        deps,
        { kind: "system", reason: "command line" },
        {
          workspaceId: workspace.id,
          name: String(context.values.name),
          scopes: scopes.includes("all") ? apiScopeNames : scopes,
        },
      );
      context.answer({ ...made, id: publicId("key", made.id) }, made.token);
      return 0;
    });
  },
};
