import { randomBytes } from "node:crypto";
import { createAccount } from "~/domain/accounts/create-account.server";
import { ensurePolicies } from "~/domain/policies/ensure-policies.server";
import { publicId } from "~/lib/ids";
import { type Command, needed, withInstance } from "./command";

export const userCreateCommand: Command = {
  name: "user create",
  summary: "Make an account; its address counts as confirmed",
  usage: `--email ADDRESS [--name NAME] [--operator]

The password is read from the variable FOYER_PASSWORD; without it one is made and printed once.`,
  options: {
    email: { type: "string" },
    name: { type: "string", default: "" },
    operator: { type: "boolean", default: false },
  },
  async run(context) {
    const email = needed(context.values, "email");
    const given = context.env.FOYER_PASSWORD;
    const password = given || randomBytes(12).toString("base64url");
    return withInstance(context, async ({ deps }) => {
      await ensurePolicies(deps);
      const { accountId } = await createAccount(
        deps,
        { kind: "system", reason: "command line" },
        {
          email,
          password,
          name: String(context.values.name),
          isOperator: context.values.operator === true,
        },
      );
      const words = `Made ${context.values.operator ? "the operator" : "the account"} ${email}.`;
      context.answer(
        { id: publicId("account", accountId), email, ...(given ? {} : { password }) },
        given ? words : `${words}\nPassword (shown once): ${password}`,
      );
      return 0;
    });
  },
};
