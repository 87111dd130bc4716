import type { TimelineEntry } from "~/components/leads/lead-timeline";
import { consentActs, consentMethods, originWords, purposeWords } from "~/components/leads/lead-words";
import { reasonWords, suppressionSources } from "~/components/leads/suppression-words";
import type { LeadHistory } from "~/domain/leads/get-lead.server";
import type { LeadSource } from "~/domain/leads/lead";
import type { LeadField } from "~/domain/leads/lead-field";
import type { LeadFile } from "~/domain/leads/lead-file";
import type { PlaceNames } from "./place-names.server";
import { shownField } from "./shown-fields.server";

export function sourceWords({ referrer, utm_source, utm_campaign }: LeadSource): string {
  const parts = [
    utm_source && `source ${utm_source}`,
    utm_campaign && `campaign ${utm_campaign}`,
    referrer && `from ${referrer}`,
  ].filter(Boolean);
  return parts.length > 0 ? `Came by ${parts.join(", ")}.` : "";
}

/** Submissions, merges, consents, campaigns and refusals as one story, newest first. */
export function readTimeline(
  history: LeadHistory,
  messages: readonly TimelineEntry[],
  names: PlaceNames,
  known: ReadonlyMap<string, LeadField>,
): TimelineEntry[] {
  const said = (fields: Record<string, string>, files: readonly LeadFile[] = []) =>
    Object.entries(fields).map(([name, value]) => shownField(known, name, value, files));
  const { lead, submissions, merges, consents, suppressions } = history;
  const sent = submissions.map((submission): TimelineEntry => {
    const { label, to } = names.form(submission.formId);
    return {
      id: submission.id,
      at: submission.createdAt,
      title: label,
      to,
      tone: "info",
      label: "Sent a form",
      words: sourceWords(submission.source),
      fields: said(
        submission.fields,
        history.files.filter(({ submissionId }) => submissionId === submission.id),
      ),
    };
  });
  const merged = merges.flatMap((merge): TimelineEntry[] => {
    const changed = said(merge.changes);
    if (changed.length === 0) return [];
    return [
      {
        id: merge.id,
        at: merge.createdAt,
        title: changed.length === 1 ? "One field was replaced" : `${changed.length} fields were replaced`,
        tone: "neutral",
        label: "Merged",
        fields: changed,
        fieldsTitle: "Values before",
      },
    ];
  });
  const fetched = history.downloads.map(
    (download): TimelineEntry => ({
      id: download.id,
      at: download.createdAt,
      title: download.name,
      tone: download.machine ? "machine" : "good",
      label: "Downloaded",
      words: download.machine ? "Fetched by a program, such as a mail scanner." : "",
    }),
  );
  const agreed = consents.map(
    (consent): TimelineEntry => ({
      id: consent.id,
      at: consent.at,
      title: `${purposeWords(consent.purpose)}, ${consentMethods[consent.method] ?? consent.method}`,
      ...consentActs[consent.act],
      words: consent.wording ? `“${consent.wording}”` : "",
    }),
  );
  const stopped = suppressions.map(
    (suppression): TimelineEntry => ({
      id: `stop-${suppression.topicId}`,
      at: suppression.createdAt,
      title: suppression.topicId ? "No more mail of one topic" : "No more mail",
      tone: "bad",
      label: reasonWords[suppression.reason].label,
      words: `Known from: ${suppressionSources[suppression.source].toLowerCase()}.`,
    }),
  );
  const made: TimelineEntry[] =
    lead.origin === "form"
      ? []
      : [
          {
            id: lead.id,
            at: lead.createdAt,
            title: originWords[lead.origin],
            tone: "neutral",
            label: "Became a lead",
          },
        ];
  const all = [...sent, ...fetched, ...merged, ...messages, ...agreed, ...stopped, ...made];
  return all.sort((a, b) => b.at - a.at);
}
