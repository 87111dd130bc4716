import type { TimelineEntry } from "~/components/leads/lead-timeline";
import { type DeliveryState, wordsOfReason } from "~/domain/campaigns/delivery";
import type { LeadMessage } from "~/domain/campaigns/lead-message";
import { publicId } from "~/lib/ids";

type Words = Pick<TimelineEntry, "label" | "tone"> & { words: (message: LeadMessage) => string };

const reasonOf = ({ reason }: LeadMessage) => `${wordsOfReason(reason).label}.`;

const states: Record<DeliveryState, Words> = {
  prepared: { label: "Campaign waits", tone: "neutral", words: () => "The message has not left yet." },
  sending: { label: "Campaign leaves", tone: "info", words: () => "The message is leaving just now." },
  sent: { label: "Campaign sent", tone: "info", words: () => "" },
  failed: { label: "Campaign failed", tone: "warn", words: reasonOf },
  excluded: { label: "Left out", tone: "neutral", words: reasonOf },
  cancelled: {
    label: "Campaign stopped",
    tone: "neutral",
    words: () => "It was stopped before the message left.",
  },
  unknown: {
    label: "Campaign unclear",
    tone: "warn",
    words: () => "The connection broke while the message was handed over: it may have arrived.",
  },
};

/** What campaigns did with a person, and the person with them. */
export function messageEntries(base: string, messages: readonly LeadMessage[]): TimelineEntry[] {
  return messages.flatMap((message) => {
    const { deliveryId, campaignId, campaignName: title } = message;
    const to = `${base}/campaigns/${publicId("campaign", campaignId)}`;
    const { words, ...state } = states[message.state];
    const later: [string, number | undefined, Pick<TimelineEntry, "label" | "tone" | "words">][] = [
      ["opened", message.openedAt, { label: "Opened", tone: "good" }],
      [
        "fetched",
        message.openedAt === undefined ? message.openedByMachineAt : undefined,
        { label: "Opened", tone: "machine", words: "By a program, such as a mail scanner." },
      ],
      ["clicked", message.clickedAt, { label: "Clicked", tone: "good" }],
      ["bounced", message.bouncedAt, { label: "Bounced", tone: "bad", words: "The message came back." }],
      ["complained", message.complainedAt, { label: "Complained", tone: "bad", words: "Marked it as spam." }],
    ];
    return [
      { id: deliveryId, at: message.sentAt ?? message.startedAt, title, to, ...state, words: words(message) },
      ...later.flatMap(([what, at, entry]) =>
        at === undefined ? [] : [{ id: `${deliveryId}-${what}`, at, title, to, ...entry }],
      ),
    ];
  });
}
