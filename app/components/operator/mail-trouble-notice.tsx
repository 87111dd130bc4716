import { Notice } from "~/components/ui/notice";
import { TimeText } from "~/components/ui/time-text";
import type { MailTrouble } from "~/domain/mail/mail-trouble";

/** Nothing can be handed over to anybody just now: since when, why, and what to do. */
export function MailTroubleNotice({ trouble, remedy }: { trouble: MailTrouble; remedy: string }) {
  return (
    <Notice tone="bad" title="The mail server takes nothing">
      Since <TimeText at={trouble.since} zone="UTC" show="second" /> (UTC) {trouble.cause}:{" "}
      <code>{trouble.detail}</code>. Mail waits for two days and leaves by itself once the server takes it.{" "}
      {remedy}
    </Notice>
  );
}
