import { ArrowLeft, Keyboard, Monitor, Redo2, Smartphone, Tablet, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { IconButton } from "~/components/ui/icon-button";
import type { Device } from "~builder/editor/mount-editor.client";
import type { Present } from "./page-client";
import { PresenceMarks } from "./presence-marks";
import { saveWords } from "./save-words";
import { SavedAgo } from "./saved-ago";
import { useNarrow } from "./use-narrow";
import type { SaveStatus } from "./use-page-editor";

interface Props {
  title: string;
  backTo: string;
  status: SaveStatus;
  saved: { revision: number; at: number };
  present?: Present;
  device: Device;
  history: { undo: boolean; redo: boolean };
  onDevice: (device: Device) => void;
  onUndo: () => void;
  onRedo: () => void;
  onShortcuts: () => void;
  /** What can be done with the whole: settings, preview. */
  children?: ReactNode;
  /** The way on from here, seen last on wide screens and beside the title on narrow ones. */
  mainAct: ReactNode;
}

const devices = [
  { id: "desktop", label: "Desktop", Icon: Monitor },
  { id: "tablet", label: "Tablet", Icon: Tablet },
  { id: "phone", label: "Phone", Icon: Smartphone },
] as const;

/** Over the canvas: where one is, whether it is saved, who else is here, how it is looked at, and the way to the public. */
export function EditorBar(props: Props) {
  const { title, backTo, status, saved, device, history } = props;
  // Keys reach it where it is seen.
  const isNarrow = useNarrow();
  // Each word typed would be answered by three announcements: how it ends is enough.
  const isUnderWay = ["loading", "dirty", "saving"].includes(status.state);
  const isTrouble = ["conflict", "offline", "refused"].includes(status.state);
  return (
    <header className="editor-bar">
      <div className="editor-bar-start">
        <a className="editor-back" href={backTo} title="Leave the editor">
          <ArrowLeft className="icon flip" aria-hidden="true" />
        </a>
        <h1 className="editor-title">{title}</h1>
        <p
          className="editor-saved"
          role="status"
          aria-live={isUnderWay ? "off" : "polite"}
          data-trouble={isTrouble || undefined}
        >
          {saveWords(status)}
        </p>
        {status.state === "saved" && saved.at > 0 && (
          <SavedAgo key={saved.at} at={saved.at} revision={saved.revision} />
        )}
        <PresenceMarks present={props.present} />
      </div>
      {isNarrow && props.mainAct}
      <fieldset className="editor-devices">
        <legend className="visually-hidden">Width of the page</legend>
        {devices.map(({ id, label, Icon }) => (
          <button
            key={id}
            type="button"
            className="editor-device"
            aria-pressed={device === id}
            title={label}
            onClick={() => props.onDevice(id)}
          >
            <Icon className="icon" aria-hidden="true" />
            <span>{label}</span>
          </button>
        ))}
      </fieldset>
      <div className="editor-bar-end">
        <IconButton
          label="Undo"
          icon={<Undo2 className="icon" aria-hidden="true" />}
          disabled={!history.undo}
          onClick={props.onUndo}
        />
        <IconButton
          label="Redo"
          icon={<Redo2 className="icon" aria-hidden="true" />}
          disabled={!history.redo}
          onClick={props.onRedo}
        />
        <IconButton
          label="Keyboard"
          className="editor-wide"
          icon={<Keyboard className="icon" aria-hidden="true" />}
          onClick={props.onShortcuts}
        />
        {props.children}
        {!isNarrow && props.mainAct}
      </div>
    </header>
  );
}
