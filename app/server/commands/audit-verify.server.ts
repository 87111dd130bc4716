import { verifyAudit } from "~/domain/audit/verify-audit.server";
import { type Command, withInstance } from "./command";

export const auditVerifyCommand: Command = {
  name: "audit verify",
  summary: "Check that nobody changed or removed entries of the audit log",
  usage: "",
  run: (context) =>
    withInstance(context, async ({ deps }) => {
      const { entries, problems } = await verifyAudit(deps);
      const lines = problems.map((each) => `${each.workspaceId} #${each.sequence}: ${each.problem}`);
      const words =
        problems.length === 0
          ? `${entries} entries, every chain is whole.`
          : `${entries} entries, ${problems.length} problems:\n${lines.join("\n")}`;
      context.answer({ entries, problems }, words);
      return problems.length === 0 ? 0 : 1;
    }),
};
