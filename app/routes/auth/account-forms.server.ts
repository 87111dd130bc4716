import type { AppLoadContext } from "@remix-run/node";
import { z } from "zod";
import type { PolicyVersions } from "~/components/accounts/policy-acceptance";
import { emailField, personNameField } from "~/domain/accounts/account";
import { listCurrentPolicies } from "~/domain/policies/find-policies.server";

const version = z.coerce.number().int().min(0).max(1_000_000).catch(0);

/** The one box for age and rules, with the versions that were shown. */
export const acceptanceFields = {
  accept: z.literal("yes", { error: "Please read the rules and accept them, or you cannot go on." }),
  acceptableUse: version,
  terms: version,
};

export const presentPassword = z.string("Enter your password.").min(1, "Enter your password.").max(1000);
export const newPassword = z
  .string("Choose a password.")
  .min(1, "Choose a password.")
  .max(1000, "This is too long.");

export const newAccountSchema = z.object({
  name: personNameField,
  email: emailField,
  password: newPassword,
  ...acceptanceFields,
});

export const credentialsSchema = z.object({ email: emailField, password: presentPassword });

export async function policyVersions({ deps }: AppLoadContext): Promise<PolicyVersions> {
  const policies = await listCurrentPolicies(deps);
  const versionOf = (name: string) => policies.find(({ policy }) => policy === name)?.version ?? 0;
  return { acceptableUse: versionOf("acceptable-use"), terms: versionOf("terms") };
}
