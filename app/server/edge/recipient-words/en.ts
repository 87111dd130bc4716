import type { RecipientWords } from "./recipient-words";

export const en: RecipientWords = {
  unsubscribe: "Unsubscribe",
  askAll: "{address} will get no more marketing mail from {sender}.",
  askTopic: "{address} will get no more mail about “{topic}” from {sender}.",
  unsubscribeButton: "Unsubscribe",
  doneTitle: "You are unsubscribed",
  doneAll: "{sender} will send no more marketing mail to {address}. You need not do anything else.",
  doneTopic: "{sender} will send no more mail about “{topic}” to {address}. You need not do anything else.",
  stopAllButton: "Stop all mail from {sender}",
  choices: "Choose what you get",
  choicesTitle: "What you get",
  choicesLead: "Mail from {sender} to {address}.",
  mailYes: "Send me mail",
  mailNo: "Send me nothing at all",
  topics: "What about",
  tracking: "May {sender} know which messages you open and which links you follow?",
  trackingYes: "Yes",
  trackingNo: "No. I get the same mail either way.",
  save: "Save",
  dataRequest: "Ask for your data, or have it corrected or erased",
  saved: "Saved.",
  complaint:
    "This address once reported a message as unwanted, so {sender} has to agree before mail is sent again.",
  unknownTitle: "This link does not work",
  unknown:
    "It may be incomplete. Open it again from the message, or copy the whole address. Nothing was changed.",
  closedTitle: "This link is closed",
  closed: "The sender of this message is suspended, so its links lead nowhere for now.",
  yourAddress: "your address",
  theSender: "the sender",
};
