import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { platformScope, publicId } from "~/lib/ids";
import { type Command, withInstance } from "./command";

export const auditVerifyCommand: Command = {
  name: "audit verify",
  summary: "Check that nobody changed or removed entries of the audit log",
  usage: "",
  run: (context) =>
    withInstance(context, async ({ deps }) => {
      const { entries, problems } = await verifyAudit(deps);
      const found = problems.map(({ workspaceId, sequence, problem }) => ({
        workspace_id: workspaceId === platformScope ? null : publicId("workspace", workspaceId),
        sequence,
        problem,
      }));
      const lines = found.map(
        (each) => `${each.workspace_id ?? "platform"} #${each.sequence}: ${each.problem}`,
      );
      const words =
        problems.length === 0
          ? `${entries} entries, every chain is whole.`
          : `${entries} entries, ${problems.length} problems:\n${lines.join("\n")}`;
      context.answer({ entries, problems: found }, words);
      return problems.length === 0 ? 0 : 1;
    }),
};
