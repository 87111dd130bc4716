import { type LetterView, writeLetter } from "./letter";
import { put, wordsOfRights } from "./rights-words/all-words";
import type { RightsWords } from "./rights-words/rights-words";

type RequestKind = keyof RightsWords["data"]["kinds"];

export function confirmRequestLetter(input: {
  controller: string;
  url: string;
  language: string;
}): LetterView {
  const { language, words } = wordsOfRights(input.language);
  const { letters } = words;
  return writeLetter({
    language,
    subject: letters.confirm,
    heading: letters.confirm,
    paragraphs: [
      put(letters.confirmAsked, { controller: input.controller || words.operator }),
      letters.confirmWhy,
    ],
    button: { label: letters.confirmButton, url: input.url },
    after: [letters.confirmAfter],
    foot: letters.dataFoot,
  });
}

export const requestArrivedLetter = (input: {
  workspaceName: string;
  asked: string;
  dueOn: string;
  url: string;
}): LetterView =>
  writeLetter({
    subject: `A person asks about their data: answer by ${input.dueOn}`,
    heading: "A person asks about their data",
    paragraphs: [
      `Somebody whose data ${input.workspaceName} may hold has asked: ${input.asked}. They have confirmed that the address is theirs.`,
      `The law gives you until ${input.dueOn} to answer.`,
    ],
    button: { label: "See the request", url: input.url },
    foot: "Foyer sends this to the address for questions about data in the workspace's settings. It is not advertising.",
  });

export function requestAnswerLetter(input: {
  controller: string;
  kind: RequestKind;
  done: boolean;
  answer: string;
  language: string;
}): LetterView {
  const { language, words } = wordsOfRights(input.language);
  const { letters } = words;
  const asked = words.data.kinds[input.kind];
  return writeLetter({
    language,
    subject: put(letters.answer, { asked }),
    heading: input.done ? letters.done : letters.refused,
    paragraphs: [put(letters.answers, { controller: input.controller, asked }), input.answer],
    after: [letters.answerAfter],
    foot: letters.dataFoot,
  });
}

export function noticeDecidedLetter(input: {
  subject: string;
  decision: string;
  language: string;
}): LetterView {
  const { language, words } = wordsOfRights(input.language);
  const { letters } = words;
  return writeLetter({
    language,
    subject: letters.decided,
    heading: letters.decided,
    paragraphs: [put(letters.reported, { subject: input.subject }), input.decision],
    after: [letters.decidedAfter],
    foot: letters.abuseFoot,
  });
}
