import { writeLetter } from "~/emails/letter";
import type { MailView } from "../mail/message";
import type { Quotation } from "./testimonial";
import { say, testimonialWords } from "./testimonial-words";

/** Asks the quoted person. Transactional: the words, where they would stand, and a link to decide. */
export function testimonialLetter(input: {
  name: string;
  place: string;
  language: string;
  quotation: Quotation;
  url: string;
}): MailView {
  const { language, words } = testimonialWords(input.language);
  const { quotation } = input;
  const said = (template: string) => say(template, input);
  return writeLetter({
    language,
    subject: said(words.subject),
    heading: said(words.subject),
    paragraphs: [
      said(words.asked),
      `“${quotation.words}”`,
      [quotation.name, quotation.role].filter(Boolean).join("\n"),
    ],
    button: { label: words.button, url: input.url },
    after: [words.ignore],
    foot: said(words.foot),
  });
}
