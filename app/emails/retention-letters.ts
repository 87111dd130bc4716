import { type LetterView, writeLetter } from "./letter";

const foot = "Foyer sends this to the owners of the workspace. It is not advertising.";

export const peopleGoLetter = (input: {
  workspaceName: string;
  people: number;
  from: string;
  /** A later letter: people go all the time, and these until then. */
  until?: string;
  url: string;
}): LetterView => {
  const people = input.people === 1 ? "One person" : `${input.people} people`;
  const is = input.people === 1 ? "is" : "are";
  if (input.until) {
    return writeLetter({
      subject: `${people} of ${input.workspaceName} will be deleted until ${input.until}`,
      heading: `${people} will be deleted`,
      paragraphs: [
        `The workspace ${input.workspaceName} keeps people only as long as its periods say. ${people} ${is} past them by ${input.until}: not heard from for so long, or opted out of all mail more than 30 days ago.`,
        "A daily run deletes such people for good as their time comes, with everything they sent, or forgets the history of their mail where you chose that. Who is heard from before stays.",
      ],
      button: { label: "Look at the periods", url: input.url },
      after: [
        "Change the periods there to keep people longer; what you save holds from the next run on. Export whom you want to keep. This letter comes once a month at most, and only when people go.",
      ],
      foot,
    });
  }
  return writeLetter({
    subject: `${people} of ${input.workspaceName} will be deleted from ${input.from}`,
    heading: `${people} will be deleted`,
    paragraphs: [
      `The workspace ${input.workspaceName} keeps people only as long as its periods say. ${people} ${is} past them: not heard from for so long, or opted out of all mail more than 30 days ago.`,
      `From ${input.from} a daily run deletes such people for good, with everything they sent, or forgets the history of their mail where you chose that. Until then nobody goes.`,
    ],
    button: { label: "Look at the periods", url: input.url },
    after: [
      "Change the periods there to keep people longer; what you save holds from the next run on. Export whom you want to keep. Later a letter like this comes before each month in which more go.",
    ],
    foot,
  });
};
