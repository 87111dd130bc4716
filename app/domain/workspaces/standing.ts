/** Whether a workspace may publish and send. Only good allows everything. */
export type Standing = "good" | "paused" | "suspended" | "closing";

interface StandingRule {
  /** Mail to leads may leave. */
  send: boolean;
  /** New versions of pages may go live. */
  publish: boolean;
  /** Published pages, forms and links in mail answer; else 451. */
  serve: boolean;
  /** Members may change things. */
  edit: boolean;
}

/** paused stops mail only; closing is read-only for members while the public part is off. */
const rules: Record<Standing, StandingRule> = {
  good: { send: true, publish: true, serve: true, edit: true },
  paused: { send: false, publish: true, serve: true, edit: true },
  suspended: { send: false, publish: false, serve: false, edit: true },
  closing: { send: false, publish: false, serve: false, edit: false },
};

export const standingAllows = (standing: Standing, act: keyof StandingRule): boolean => rules[standing][act];

const moves: Record<Standing, readonly Standing[]> = {
  good: ["paused", "suspended", "closing"],
  paused: ["good", "suspended", "closing"],
  suspended: ["good", "closing"],
  closing: ["good", "suspended"],
};

export const mayMoveStanding = (from: Standing, to: Standing): boolean => moves[from].includes(to);

export const standingWords: Record<Standing, { label: string; words: string }> = {
  good: { label: "In good standing", words: "Pages are public and mail leaves." },
  paused: {
    label: "Sending is paused",
    words: "No campaign leaves until the pause ends. Pages and forms work as before.",
  },
  suspended: {
    label: "Suspended",
    words:
      "Pages, forms and links are closed and no mail leaves. Nothing is lost, and everything can still be exported.",
  },
  closing: {
    label: "Closing",
    words: "This workspace will be deleted. It can be read and exported until then, but not changed.",
  },
};
