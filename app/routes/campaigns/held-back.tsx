import { Notice } from "~/components/ui/notice";
import type { Pause } from "~/domain/campaigns/find-pause.server";

/** Why the rest of a campaign waits, and what is for a person to decide. */
export function HeldBack({ holds, restored, waiting }: Pause & { waiting: number }) {
  const messages = waiting === 1 ? "1 message waits" : `${waiting} messages wait`;
  return (
    <Notice tone="warn" title="The rest is held back">
      {holds ? `${holds}. ` : restored ? "" : "The workspace could not send. "}
      {restored &&
        "This instance was put back from a backup since the campaign began: some of those who wait may have got it already. "}
      Nobody was left out; {messages}.{!holds && " Decide whether it is still the time for them."}
    </Notice>
  );
}
