import { Link } from "@remix-run/react";
import { Code } from "lucide-react";
import { EmptyState } from "~/components/ui/empty-state";
import { FilterBar, FilterSelect } from "~/components/ui/filter-bar";
import { Stack } from "~/components/ui/layout";
import { PageHeader } from "~/components/ui/page-header";
import { SearchField } from "~/components/ui/search-field";
import { matchesWords } from "~/lib/matches-words";
import { MailFrame } from "./mail-frame";

export interface Choice {
  id: string;
  name: string;
  description: string;
}

/** Belongs to a template of pages, with the goal of that page. */
export interface WelcomeChoice extends Choice {
  goal: string;
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
  welcomes: readonly WelcomeChoice[];
  /** Only mails of this goal, and with these words; empty for all. */
  goal: string;
  words: string;
}

/** The ways to begin a campaign. */
export function MailChoices({ base, templates, welcomes, goal, words }: Props) {
  const goals = [...new Set(welcomes.map((choice) => choice.goal))];
  const shown = welcomes.filter(
    (choice) =>
      (!goals.includes(goal) || choice.goal === goal) &&
      matchesWords(words, [choice.name, choice.goal, choice.description]),
  );
  return (
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
        <FilterBar label="Search mails">
          <SearchField label="Search mails" placeholder="Workshop, e-book, restaurant" />
          <FilterSelect
            name="goal"
            label="Goal"
            any="Any goal"
            options={goals.map((one) => ({ value: one, label: one }))}
          />
        </FilterBar>
        <p className="visually-hidden" role="status">
          {(words || goal) && `${shown.length} of ${welcomes.length} mails`}
        </p>
        {shown.length === 0 && (
          <EmptyState plain title="No mail matches">
            Try other words or another goal.
          </EmptyState>
        )}
        <ul className="mail-choices">
          {shown.map((choice) => (
            <MailChoice key={choice.id} base={base} choice={choice} />
          ))}
        </ul>
      </section>
    </Stack>
  );
}
