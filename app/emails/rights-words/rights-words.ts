import type { PublicLanguage } from "~/lib/public-language";

/** Words of the pages and letters about people's rights and about abuse. `{…}` stands for a name that is put in. */
export interface RightsWords {
  optional: string;
  choose: string;
  sending: string;
  email: string;
  name: string;
  /** Above the fields that do not fit. */
  missing: string;
  wrongEmail: string;
  tooMany: string;
  /** When it can be taken by nobody just now. */
  away: string;
  /** Of the mark that leads to the start. */
  start: string;
  foot: { label: string; policies: string; trust: string; data: string; abuse: string };
  operator: string;
  data: {
    title: string;
    lead: string;
    site: string;
    siteHint: string;
    siteUnknown: string;
    kind: string;
    kindMissing: string;
    kinds: Record<"access" | "correction" | "erasure" | "restriction" | "portability" | "objection", string>;
    emailHint: string;
    message: string;
    messageHint: string;
    send: string;
    sentTitle: string;
    sentHead: string;
    sent: string;
  };
  request: {
    title: string;
    passedOn: string;
    /** With {controller} and {date}. */
    passedBy: string;
    answered: string;
    asked: string;
    goesTo: string;
    address: string;
    wrote: string;
    confirm: string;
    /** Of an objection: what confirming it does, and has done. */
    willStop: string;
    hasStopped: string;
    /** For a link that leads nowhere. */
    overTitle: string;
    over: string;
    again: string;
  };
  abuse: {
    title: string;
    lead: string;
    subject: string;
    subjectHint: string;
    rule: string;
    ruleMissing: string;
    rules: Record<
      "unsolicited_mail" | "sensitive_data" | "children" | "deception" | "malware" | "illegal_content",
      string
    >;
    why: string;
    whyHint: string;
    emailHint: string;
    send: string;
    sentTitle: string;
    sentHead: string;
    sent: string;
    subjectMissing: string;
    whyMissing: string;
  };
  letters: {
    confirm: string;
    /** With {controller}. */
    confirmAsked: string;
    confirmWhy: string;
    confirmButton: string;
    confirmAfter: string;
    dataFoot: string;
    /** With {asked}. */
    answer: string;
    done: string;
    refused: string;
    /** With {controller} and {asked}. */
    answers: string;
    answerAfter: string;
    decided: string;
    /** With {subject}. */
    reported: string;
    decidedAfter: string;
    abuseFoot: string;
  };
}

export type RightsWordsByLanguage = Record<PublicLanguage, RightsWords>;
