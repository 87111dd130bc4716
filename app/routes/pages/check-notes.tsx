import { Badge, type Tone } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import type { CheckNote } from "~/domain/publishing/page-checks";

const tones: Record<CheckNote["weight"], Tone> = { block: "bad", warn: "warn", tip: "info" };
const words: Record<CheckNote["weight"], string> = {
  block: "Stops publishing",
  warn: "Look at this",
  tip: "Could be better",
};

export interface NoteActions {
  /** Selects the part of the page that a note is about. */
  onShow: (path: string) => void;
  onSettings: () => void;
  /** Where the workspace says who holds the data. */
  privacyPath: string;
}

function NoteAction({ note, onShow, onSettings, privacyPath }: { note: CheckNote } & NoteActions) {
  if (note.path !== undefined) {
    return (
      <Button small onClick={() => onShow(note.path ?? "")} aria-label={`Show it: ${note.message}`}>
        Show it
      </Button>
    );
  }
  if (note.fix === "settings") {
    return (
      <Button small onClick={onSettings} aria-label={`Open the page settings: ${note.message}`}>
        Open the page settings
      </Button>
    );
  }
  if (note.fix === "privacy") {
    return (
      <a className="check-link" href={privacyPath} target="_blank" rel="noreferrer">
        Write the privacy notice
      </a>
    );
  }
  return null;
}

/** Each with its meaning, the way to its spot, and what to do. */
export function NoteList({ notes, ...actions }: { notes: readonly CheckNote[] } & NoteActions) {
  if (notes.length === 0) return null;
  return (
    <ul className="findings">
      {notes.map((note) => (
        <li key={`${note.id} ${note.path ?? ""} ${note.message}`} className="finding">
          <Badge tone={tones[note.weight]}>{words[note.weight]}</Badge>
          <p className="finding-message">{note.message}</p>
          {note.evidence && <p className="finding-evidence soft">{note.evidence}</p>}
          <p className="finding-remedy soft">{note.remedy}</p>
          <NoteAction note={note} {...actions} />
        </li>
      ))}
    </ul>
  );
}
