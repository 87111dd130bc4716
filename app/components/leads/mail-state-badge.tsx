import { Badge } from "~/components/ui/badge";
import { type MailState, mailStates } from "./lead-words";

export function MailStateBadge({ state }: { state: MailState }) {
  const { tone, label } = mailStates[state];
  return <Badge tone={tone}>{label}</Badge>;
}
