import { Link } from "@remix-run/react";
import { Code, File, FileUp } from "lucide-react";
import { EmptyState } from "~/components/ui/empty-state";
import { FilterBar } from "~/components/ui/filter-bar";
import { SearchField } from "~/components/ui/search-field";
import { matchesWords } from "~/lib/matches-words";
import { PageThumbnail } from "./page-thumbnail";

export interface TemplateChoice {
  id: string;
  name: string;
  goal: string;
  description: string;
  title: string;
  metaDescription: string;
  /** Where its mail is shown; absent for those who make no campaigns. */
  mailPath?: string;
}

interface GoalLink {
  label: string;
  to: string;
  current: boolean;
}

const GoalLinks = ({ goals }: { goals: GoalLink[] }) => (
  <nav className="tabs" aria-label="Goal of the page">
    <ul className="tabs-list">
      {goals.map(({ label, to, current }) => (
        <li key={label}>
          <Link className="tab" to={to} aria-current={current ? "page" : undefined} preventScrollReset>
            {label}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

interface GalleryProps {
  templates: TemplateChoice[];
  base: string;
  /** Only templates of this goal; empty for all. */
  goal: string;
  /** Only templates with these words; empty for all. */
  words: string;
}

const hasWords =
  (words: string) =>
  ({ name, goal, description, title, metaDescription }: TemplateChoice): boolean =>
    matchesWords(words, [name, goal, description, title, metaDescription]);

/** The ways to begin: finished templates first, then blank, HTML of one's own, and a file. */
export function TemplateGallery({ templates, base, goal, words }: GalleryProps) {
  const goals = [...new Set(templates.map((template) => template.goal))];
  const isGoal = goals.includes(goal);
  const shown = templates.filter((template) => !isGoal || template.goal === goal).filter(hasWords(words));
  const tabs = ["", ...goals].map((one) => ({
    label: one || "All",
    to: `?${new URLSearchParams({ ...(one ? { goal: one } : {}), ...(words ? { q: words } : {}) })}`,
    current: one === (isGoal ? goal : ""),
  }));
  return (
    <>
      <GoalLinks goals={tabs} />
      <FilterBar label="Search templates">
        {isGoal && <input type="hidden" name="goal" value={goal} />}
        <SearchField label="Search templates" placeholder="Workshop, e-book, restaurant" />
      </FilterBar>
      <p className="visually-hidden" role="status">
        {words && `${shown.length} of ${templates.length} templates`}
      </p>
      {shown.length === 0 && (
        <EmptyState plain title="No template matches">
          Try other words or another goal, or begin with one of these.
        </EmptyState>
      )}
      <ul className="gallery">
        {shown.map((template) => (
          <li key={template.id} className="gallery-card">
            <PageThumbnail src={`${base}/preview-template/${template.id}`} title={template.name} />
            <div className="gallery-words">
              <Link className="gallery-link" to={`?start=${template.id}`}>
                {template.name}
              </Link>
              <p className="soft">{template.description}</p>
            </div>
          </li>
        ))}
        <li className="gallery-card">
          <div className="gallery-blank">
            <File className="icon" aria-hidden="true" />
          </div>
          <div className="gallery-words">
            <Link className="gallery-link" to="?start=blank">
              Blank page
            </Link>
            <p className="soft">Build it from sections.</p>
          </div>
        </li>
        <li className="gallery-card">
          <div className="gallery-blank">
            <Code className="icon" aria-hidden="true" />
          </div>
          <div className="gallery-words">
            <Link className="gallery-link" to="?start=html">
              Your own HTML
            </Link>
            <p className="soft">Paste a page. Its forms keep working, its scripts are left out.</p>
          </div>
        </li>
        <li className="gallery-card">
          <div className="gallery-blank">
            <FileUp className="icon" aria-hidden="true" />
          </div>
          <div className="gallery-words">
            <Link className="gallery-link" to={`${base}/import`}>
              Import a file
            </Link>
            <p className="soft">An HTML file, or a ZIP with pictures, styles and fonts.</p>
          </div>
        </li>
      </ul>
    </>
  );
}
