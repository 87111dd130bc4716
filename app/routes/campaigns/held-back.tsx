import { Notice } from "~/components/ui/notice";
import type { Pause } from "~/domain/campaigns/find-pause.server";

/** Why the rest of a campaign waits, and what is for a person to decide. */
export function HeldBack({ holds, restored, senderRefused, waiting }: Pause & { waiting: number }) {
  const messages = waiting === 1 ? "1 message waits" : `${waiting} messages wait`;
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
