import type { RecipientWords } from "./recipient-words";

export const nl: RecipientWords = {
  unsubscribe: "Afmelden",
  askAll: "{address} krijgt geen reclame meer van {sender}.",
  askTopic: "{address} krijgt van {sender} geen berichten meer over ‘{topic}’.",
  unsubscribeButton: "Afmelden",
  doneTitle: "U bent afgemeld",
  doneAll: "{sender} stuurt geen reclame meer naar {address}. U hoeft verder niets te doen.",
  doneTopic: "{sender} stuurt niets meer over ‘{topic}’ naar {address}. U hoeft verder niets te doen.",
  stopAllButton: "Helemaal niets meer van {sender}",
  choices: "Kiezen wat u krijgt",
  choicesTitle: "Wat u krijgt",
  choicesLead: "Berichten van {sender} aan {address}.",
  mailYes: "Stuur mij berichten",
  mailNo: "Stuur mij helemaal niets",
  topics: "Waarover",
  tracking: "Mag {sender} weten welke berichten u opent en welke links u volgt?",
  trackingYes: "Ja",
  trackingNo: "Nee. Ik krijg dezelfde berichten.",
  save: "Opslaan",
  dataRequest: "Uw gegevens opvragen, laten verbeteren of wissen",
  saved: "Opgeslagen.",
  complaint:
    "Dit adres heeft een bericht als ongewenst gemeld; {sender} moet instemmen voordat er weer iets wordt verstuurd.",
  unknownTitle: "Deze link werkt niet",
  unknown:
    "Misschien is hij onvolledig. Open hem opnieuw vanuit het bericht of kopieer het hele adres. Er is niets gewijzigd.",
  closedTitle: "Deze link is gesloten",
  closed: "De afzender van dit bericht is geschorst; de links leiden voorlopig nergens heen.",
  yourAddress: "uw adres",
  theSender: "de afzender",
};
