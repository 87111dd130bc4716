import { Button } from "~/components/ui/button";
import { Notice } from "~/components/ui/notice";
import { formatTime } from "~/components/ui/time-text";
import type { Present } from "./page-client";
import type { usePageEditor } from "./use-page-editor";

type Editor = ReturnType<typeof usePageEditor>;

const clock = (at: number) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" }).format(at);

/** What stands in the way of saving, or waits for a decision: nothing is ever overwritten without one. */
export function EditorNotices({ editor, present }: { editor: Editor; present?: Present }) {
  const { conflict, hint, kept, problem, status, saved } = editor;
  const isBehind = present !== undefined && present.revision > saved.revision && !conflict;
  return (
    <>
      {kept && (
        <Notice
          tone="warn"
          live="polite"
          title={`Changes of ${clock(kept.keptAt)} were not saved`}
          action={
            <>
              <Button small onClick={() => editor.takeKept(true)}>
                Bring them back
              </Button>
              <Button small onClick={() => editor.takeKept(false)}>
                Throw them away
              </Button>
            </>
          }
        >
          They are kept on this device.
          {kept.revision < saved.revision &&
            " The page was saved since; what you see now stays in the history if you bring them back."}
        </Notice>
      )}
      {conflict && (
        <Notice
          tone="warn"
          live="assertive"
          title={`${conflict.savedByName || "Someone else"} saved this page at ${formatTime({ at: conflict.savedAt })}`}
          action={
            <>
              <Button small onClick={() => window.location.reload()}>
                Take their version
              </Button>
              <Button small onClick={() => void editor.keepMine()}>
                Keep mine
              </Button>
            </>
          }
        >
          Nothing was overwritten. The other version stays in the history, whichever you keep.
        </Notice>
      )}
      {isBehind && status.state === "saved" && (
        <Notice
          tone="info"
          live="polite"
          title={`${present.savedBy} saved this page at ${clock(present.savedAt)}`}
          action={
            <Button small onClick={() => window.location.reload()}>
              Show it
            </Button>
          }
        >
          You see the page as it was before. Nothing of yours is unsaved.
        </Notice>
      )}
      {status.state === "offline" && (
        <Notice
          tone="warn"
          live="polite"
          title="No connection to the server"
          action={
            <Button small onClick={() => void editor.saveNow()}>
              Try now
            </Button>
          }
        >
          Go on working: your changes are kept on this device and saved as soon as the connection is back.
        </Notice>
      )}
      {hint && (
        <Notice
          tone="info"
          live="polite"
          action={
            <Button small onClick={() => editor.setHint("")}>
              Close
            </Button>
          }
        >
          {hint}
        </Notice>
      )}
      {problem && (
        <Notice
          tone="bad"
          live="assertive"
          action={
            <Button small onClick={() => editor.setProblem("")}>
              Close
            </Button>
          }
        >
          {problem}
        </Notice>
      )}
    </>
  );
}
