import { Link } from "@remix-run/react";
import { CheckboxField } from "~/components/ui/checkbox-field";

export interface PolicyVersions {
  acceptableUse: number;
  terms: number;
}

/** Age and agreement in one box; the versions shown are the ones accepted. */
export function PolicyAcceptance({ versions }: { versions: PolicyVersions }) {
  return (
    <>
      <input type="hidden" name="acceptableUse" value={versions.acceptableUse} />
      <input type="hidden" name="terms" value={versions.terms} />
      <CheckboxField
        name="accept"
        required
        label={
          <>
            I am at least 18 years old and accept the{" "}
            <Link to="/policies/acceptable-use" target="_blank">
              acceptable use policy
            </Link>{" "}
            and the{" "}
            <Link to="/policies/terms" target="_blank">
              terms
            </Link>
            .
          </>
        }
        hint={
          <>
            What we keep of you is in the{" "}
            <Link to="/policies/privacy" target="_blank">
              privacy policy
            </Link>
            .
          </>
        }
      />
    </>
  );
}
