import type { NextPageChecks } from "~/domain/publishing/page-checks";
import { type NoteActions, NoteList } from "../check-notes";

/** A page after sending that goes public in the same act, and what speaks against that. */
export function NextPage({
  page,
  listPath,
  ...ways
}: { page: NextPageChecks; listPath: string } & NoteActions) {
  const edit = `${listPath}/${page.pageId}/edit`;
  return (
    <section>
      <h3 className="checks-title">Goes public with it: {page.title}</h3>
      <p className="soft">
        The form leads to {page.path} after sending, and that page has never been public.{" "}
        <a href={edit} target="_blank" rel="noreferrer">
          Open it
        </a>
      </p>
      {page.notes.length > 0 && (
        <div className="publish-notes">
          <NoteList notes={page.notes} {...ways} />
        </div>
      )}
    </section>
  );
}
