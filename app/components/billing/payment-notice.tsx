import { Link } from "@remix-run/react";
import { Notice } from "~/components/ui/notice";
import { TimeText } from "~/components/ui/time-text";
import type { PaymentStanding } from "~/domain/billing/agreement";

interface Props {
  standing: PaymentStanding;
  /** Address of the billing page, for whoever may open it. */
  billing?: string;
}

/** A payment is missing: what happens, what goes on, what to do. */
export function PaymentNotice({ standing, billing }: Props) {
  if (standing.kind === "good") return null;
  const action = billing ? <Link to={billing}>See billing</Link> : undefined;
  if (standing.kind === "grace") {
    return (
      <Notice tone="warn" title="A payment did not go through" action={action}>
        Everything works as before until <TimeText at={standing.until} show="date" />. After that, campaigns
        wait until it is paid.
      </Notice>
    );
  }
  return (
    <Notice tone="bad" title="A payment is overdue: campaigns wait" action={action}>
      Pages stay public, forms go on, and all data can be read and exported. Campaigns can leave as soon as it
      is paid{billing ? "." : "; an owner can do that."}
    </Notice>
  );
}
