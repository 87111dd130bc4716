import { DomainError } from "../domain-error";
import { type OutsideProblem, outsideProblems } from "./outside-identity";

/** Signing in by somebody else's word did not work out. */
export class OutsideRefusal extends DomainError {
  constructor(readonly problem: OutsideProblem) {
    super(
      problem === "unavailable" ? "unavailable" : "forbidden",
      `sign_in_${problem}`,
      outsideProblems[problem],
    );
  }
}
