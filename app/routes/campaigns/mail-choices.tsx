import { Link } from "@remix-run/react";
import { Code } from "lucide-react";
import { Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { MailFrame } from "./mail-frame";

export interface Choice {
  id: string;
  name: string;
  description: string;
}

const MailChoice = ({ base, choice }: { base: string; choice: Choice }) => (
  <li className="mail-choice">
    <MailFrame small src={`${base}/preview-template/${choice.id}`} title={choice.name} />
    <div>
      <Link to={`?start=${choice.id}`}>{choice.name}</Link>
      <p className="soft">{choice.description}</p>
    </div>
  </li>
);

interface Props {
  base: string;
  templates: readonly Choice[];
  /** The mails of the templates of pages. */
  welcomes: readonly Choice[];
}

/** The ways to begin a campaign. */
export const MailChoices = ({ base, templates, welcomes }: Props) => (
  <Stack gap={8}>
    <PageHeader
      title="New campaign"
      lead="Each template carries the postal address and the way to unsubscribe."
      back={{ to: base, label: "Campaigns" }}
    />
    <ul className="mail-choices">
      {templates.map((choice) => (
        <MailChoice key={choice.id} base={base} choice={choice} />
      ))}
      <li className="mail-choice">
        <div className="mail-own">
          <Code className="icon" aria-hidden="true" />
        </div>
        <div>
          <Link to="?start=html">Your own HTML</Link>
          <p className="soft">Paste a message. It is cleaned and shown before anything is sent.</p>
        </div>
      </li>
    </ul>
    <section className="stack" aria-labelledby="welcome-mails">
      <h2 id="welcome-mails">Mails that go with the pages</h2>
      <ul className="mail-choices">
        {welcomes.map((choice) => (
          <MailChoice key={choice.id} base={base} choice={choice} />
        ))}
      </ul>
    </section>
  </Stack>
);
