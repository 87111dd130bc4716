import { type LetterView, writeLetter } from "./letter";

const foot =
  "Foyer sends this because of a request about personal data that names this address. It is not advertising.";

export const confirmRequestLetter = (input: { controller: string; url: string }): LetterView =>
  writeLetter({
    subject: "Confirm your request",
    heading: "Confirm your request",
    paragraphs: [
      `Somebody, we hope you, asked ${input.controller || "the operator of this service"} something about the personal data kept under this address.`,
      "It is passed on only after you confirm it, so that nobody can ask in your name.",
    ],
    button: { label: "See and confirm the request", url: input.url },
    after: ["The link works for seven days. If that was not you, do nothing: the request is then deleted."],
    foot,
  });

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

export const requestAnswerLetter = (input: {
  controller: string;
  asked: string;
  done: boolean;
  answer: string;
}): LetterView =>
  writeLetter({
    subject: `Answer to your request: ${input.asked}`,
    heading: input.done ? "Your request was carried out" : "Your request was not carried out",
    paragraphs: [`${input.controller} answers your request (${input.asked}):`, input.answer],
    after: [
      "You can reply to this message. You can also complain to the data protection authority where you live.",
    ],
    foot,
  });

export const noticeDecidedLetter = (input: { subject: string; decision: string }): LetterView =>
  writeLetter({
    subject: "What became of your report",
    heading: "What became of your report",
    paragraphs: [`You reported: ${input.subject}`, input.decision],
    after: [
      "If you do not agree, report it again and say why, or turn to a court or a dispute settlement body.",
    ],
    foot: "Foyer sends this because this address was given with a report of abuse. It is not advertising.",
  });
