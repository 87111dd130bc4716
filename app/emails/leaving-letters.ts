import { type LetterView, writeLetter } from "./letter";

const foot = "Foyer sends this to the owners of the workspace. It is not advertising.";

export const leavingLetter = (input: { workspaceName: string; deleteOn: string; url: string }): LetterView =>
  writeLetter({
    subject: `${input.workspaceName} will be deleted on ${input.deleteOn}`,
    heading: `${input.workspaceName} is closing`,
    paragraphs: [
      `An owner ended the agreement for the workspace ${input.workspaceName}. Its pages are closed and no mail leaves.`,
      `Everything can be read and exported until ${input.deleteOn}; then it is deleted for good.`,
    ],
    button: { label: "Export, or stay", url: input.url },
    after: ["If this was a mistake, any owner can take it back until that day."],
    foot,
  });

export const certificateLetter = (input: { workspaceName: string; rows: number; url: string }): LetterView =>
  writeLetter({
    subject: `${input.workspaceName} was deleted`,
    heading: `${input.workspaceName} was deleted`,
    paragraphs: [
      `All data of the workspace ${input.workspaceName} was deleted: ${input.rows} rows, its files and its messages. Only keyed hashes of people who opted out stay, so that nobody writes to them.`,
    ],
    button: { label: "See the certificate", url: input.url },
    after: ["Keep this letter: the link is the only way to the certificate."],
    foot,
  });
