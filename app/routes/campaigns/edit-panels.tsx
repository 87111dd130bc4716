import { Link, useFetcher } from "@remix-run/react";
import { useState } from "react";
import { ActionForm } from "~/components/ui/action-form";
import { Card } from "~/components/ui/card";
import { FormActions } from "~/components/ui/form-section";
import type { FormState } from "~/components/ui/form-state";
import { Columns, Row, Stack } from "~/components/ui/layout";
import { Notice } from "~/components/ui/notice";
import { type Choice, SelectField } from "~/components/ui/select-field";
import { SubmitButton } from "~/components/ui/submit-button";
import { TextArea } from "~/components/ui/text-area";
import { TextField } from "~/components/ui/text-field";
import type { Finding } from "~/domain/acceptable-use/finding";
import { Checks } from "./checks";
import { MailFrame } from "./mail-frame";
import { useSaveWhileTyping } from "./save-while-typing";

interface Saved {
  saved: true;
  revision: number;
  removed: { what: string; why: string }[];
}

interface Props {
  base: string;
  at: string;
  campaign: {
    name: string;
    subject: string;
    preheader: string;
    senderId: string;
    topicId: string;
    segmentId: string;
    revision: number;
  };
  html: string;
  findings: Finding[];
  senders: Choice[];
  segments: Choice[];
  topics: Choice[];
  leads: Choice[];
  answer: Saved | FormState | undefined;
}

const isSaved = (answer: Saved | FormState | undefined): answer is Saved =>
  answer !== undefined && "saved" in answer;

/** Fields at the left, the message and what speaks against it at the right. Saves by itself while one types. */
export function EditPanels(props: Props) {
  const { base, at, campaign, html, findings, senders, segments, topics, leads } = props;
  const fetcher = useFetcher<Saved | FormState>();
  const saving = useSaveWhileTyping(fetcher);
  const [lead, setLead] = useState("");
  const [look, setLook] = useState("");
  const answer = fetcher.data ?? props.answer;
  const refused = answer && !isSaved(answer) ? answer : undefined;
  const removed = isSaved(answer) ? answer.removed : [];
  const rested = saving.typed ? "Not saved yet" : refused ? "Not saved" : "Saved";
  const state = fetcher.state === "idle" ? rested : "Saving";
  return (
    <Columns>
      <ActionForm id="campaign" state={refused} fetcher={fetcher} {...saving.handlers}>
        <Stack gap={4}>
          <input type="hidden" name="revision" value={campaign.revision} />
          <TextField name="name" label="Name" hint="Only you see it." defaultValue={campaign.name} />
          <TextField
            name="subject"
            label="Subject"
            defaultValue={campaign.subject}
            hint="Merge fields work here too: {{first_name|there}}"
          />
          <TextField
            name="preheader"
            label="Preview line"
            defaultValue={campaign.preheader}
            hint="Shown beside the subject in most mailboxes."
            optional
          />
          <SelectField
            name="senderId"
            label="From"
            options={senders}
            defaultValue={campaign.senderId}
            emptyOption="Choose a sender"
            hint={<Link to={`${base}/settings/senders`}>Set up senders</Link>}
          />
          <SelectField
            name="segmentId"
            label="Audience"
            options={segments}
            defaultValue={campaign.segmentId}
            emptyOption="Everybody who may be written to"
          />
          {topics.length > 0 && (
            <SelectField
              name="topicId"
              label="Topic"
              options={topics}
              defaultValue={campaign.topicId}
              emptyOption="No topic: unsubscribing stops all marketing mail"
            />
          )}
          <TextArea name="html" label="Message" code rows={22} defaultValue={html} />
          <FormActions>
            <SubmitButton tone="secondary" pendingLabel="Saving">
              Save
            </SubmitButton>
            <span className="saving" role="status">
              {state}
            </span>
          </FormActions>
        </Stack>
      </ActionForm>
      <Stack gap={6}>
        {removed.length > 0 && (
          <Notice title="Left out of the message">
            <ul>
              {removed.map(({ what, why }) => (
                <li key={what}>
                  {what}: {why}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Card
          title="As it arrives"
          aside={
            <Row>
              <select
                className="input select"
                aria-label="Show it as it arrives at"
                value={lead}
                onChange={(event) => setLead(event.currentTarget.value)}
              >
                <option value="">An example person</option>
                {leads.map(({ value, label }) => (
                  <option key={value} value={value}>
                    {label}
                  </option>
                ))}
              </select>
              <select
                className="input select"
                aria-label="Show it with pictures, without or as text"
                value={look}
                onChange={(event) => setLook(event.currentTarget.value)}
              >
                <option value="">With pictures</option>
                <option value="&plain">Without pictures</option>
                <option value="&part=text">As text</option>
              </select>
            </Row>
          }
        >
          <MailFrame
            src={`${at}/preview?revision=${campaign.revision}&lead=${lead}${look}`}
            title={`Preview of ${campaign.name}`}
          />
        </Card>
        <Card title="Checks">
          <Checks findings={findings} />
        </Card>
      </Stack>
    </Columns>
  );
}
