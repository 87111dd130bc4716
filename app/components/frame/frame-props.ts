import type { PlaceKey } from "./places";

export interface FrameWorkspace {
  name: string;
  /** Where its home is, such as `/w/demo`. */
  to: string;
}

export interface FrameUser {
  name: string;
  email: string;
}

/** Something to do from anywhere, by name. */
export interface Command {
  label: string;
  to: string;
  /** Other words that find it. */
  words?: string;
}

export interface FrameProps {
  workspace: FrameWorkspace;
  /** All of this person, the present one among them. */
  workspaces: readonly FrameWorkspace[];
  user: FrameUser;
  /** Places that the role of this person does not open. */
  closed?: readonly PlaceKey[];
  counts?: Partial<Record<PlaceKey, number>>;
  /** Beside the places, such as "New page". */
  commands?: readonly Command[];
  accountPath?: string;
  signOutPath?: string;
  newWorkspacePath?: string;
}
