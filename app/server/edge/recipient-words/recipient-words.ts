/** What people read who follow a link in a mail. `{…}` stands for a name that is put in. */
export interface RecipientWords {
  unsubscribe: string;
  /** With {address} and {sender}. */
  askAll: string;
  /** With {topic} too. */
  askTopic: string;
  unsubscribeButton: string;
  doneTitle: string;
  doneAll: string;
  doneTopic: string;
  stopAllButton: string;
  choices: string;
  choicesTitle: string;
  choicesLead: string;
  mailYes: string;
  mailNo: string;
  topics: string;
  tracking: string;
  trackingYes: string;
  trackingNo: string;
  save: string;
  /** Leads to the request about one's data. */
  dataRequest: string;
  saved: string;
  /** Somebody who complained is not written to again by this choice alone. */
  complaint: string;
  unknownTitle: string;
  unknown: string;
  closedTitle: string;
  closed: string;
  /** In place of {address} when it is not known any more; may be empty. */
  yourAddress: string;
  theSender: string;
}
