import { type LetterView, writeLetter } from "./letter";

const foot = "Foyer sends this to those who look after the workspace. It is not advertising.";

export const domainFailingLetter = (input: { domain: string; until: string; url: string }): LetterView =>
  writeLetter({
    subject: `${input.domain} is about to go offline`,
    heading: `The DNS record of ${input.domain} is gone`,
    paragraphs: [
      `The TXT record that proves that ${input.domain} is yours was not found. Without it anybody could claim the domain.`,
      `Your pages are still shown there until ${input.until}. Put the record back and nothing else happens.`,
    ],
    button: { label: "See the record", url: input.url },
    foot,
  });

export const domainOffLetter = (input: { domain: string; url: string }): LetterView =>
  writeLetter({
    subject: `${input.domain} is no longer served`,
    heading: `${input.domain} is no longer served`,
    paragraphs: [
      `The record that proves that ${input.domain} is yours is not in its DNS, so your pages are no longer shown there. They are still shown under the site's own address.`,
      "Put the record back and check the domain again to serve it as before.",
    ],
    button: { label: "See the record", url: input.url },
    foot,
  });
