import { formatCount } from "~/components/ui/count";
import { Notice } from "~/components/ui/notice";
import { TimeText } from "~/components/ui/time-text";
import type { Pause } from "~/domain/campaigns/find-pause.server";
import type { MailTrouble } from "~/domain/mail/mail-trouble";

const waitingWords = (waiting: number) =>
  waiting === 1 ? "1 message waits" : `${formatCount(waiting)} messages wait`;

/** Nothing leaves, and nobody here can do anything about it but tell. */
export function MailServerAway({
  trouble,
  waiting,
  zone,
}: {
  trouble: Pick<MailTrouble, "since" | "cause">;
  waiting: number;
  zone: string;
}) {
  return (
    <Notice tone="warn" title="The mail server takes nothing just now">
      Since <TimeText at={trouble.since} zone={zone} /> {trouble.cause}. {waitingWords(waiting)} and will
      leave by themselves, each once. Tell whoever runs this instance; there is nothing else to do here.
    </Notice>
  );
}

/** Why the rest of a campaign waits, and what is for a person to decide. */
export function HeldBack({ byPerson, holds, restored, senderRefused, waiting }: Pause & { waiting: number }) {
  const messages = waitingWords(waiting);
  if (byPerson && !holds && !restored && senderRefused === undefined) {
    return (
      <Notice tone="warn" title="Paused">
        {messages} until somebody lets it go on. Who unsubscribes meanwhile gets nothing.
      </Notice>
    );
  }
  return (
    <Notice tone="warn" title="The rest is held back">
      {holds ? `${holds}. ` : restored || senderRefused !== undefined ? "" : "The workspace could not send. "}
      {senderRefused !== undefined &&
        `The mail server refuses the sender's address: “${senderRefused}”. Once it takes it, go on sending. `}
      {restored &&
        "This instance was put back from a backup since the campaign began: some of those who wait may have got it already. "}
      Nobody was left out; {messages}.
      {!holds && senderRefused === undefined && " Decide whether it is still the time for them."}
    </Notice>
  );
}
