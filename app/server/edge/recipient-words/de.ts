import type { RecipientWords } from "./recipient-words";

export const de: RecipientWords = {
  unsubscribe: "Abmelden",
  askAll: "{address} bekommt keine Werbung mehr von {sender}.",
  askTopic: "{address} bekommt von {sender} nichts mehr zum Thema „{topic}“.",
  unsubscribeButton: "Abmelden",
  doneTitle: "Sie sind abgemeldet",
  doneAll: "{sender} schickt keine Werbung mehr an {address}. Sie müssen nichts weiter tun.",
  doneTopic: "{sender} schickt nichts mehr zum Thema „{topic}“ an {address}. Sie müssen nichts weiter tun.",
  stopAllButton: "Gar keine Mails mehr von {sender}",
  choices: "Auswählen, was Sie bekommen",
  choicesTitle: "Was Sie bekommen",
  choicesLead: "Mails von {sender} an {address}.",
  mailYes: "Mails schicken",
  mailNo: "Gar nichts schicken",
  topics: "Worüber",
  tracking: "Darf {sender} wissen, welche Nachrichten Sie öffnen und welchen Links Sie folgen?",
  trackingYes: "Ja",
  trackingNo: "Nein. Ich bekomme dieselben Mails.",
  save: "Speichern",
  dataRequest: "Auskunft, Berichtigung oder Löschung Ihrer Daten verlangen",
  saved: "Gespeichert.",
  complaint:
    "Von dieser Adresse kam einmal eine Beschwerde. {sender} muss zustimmen, bevor wieder etwas verschickt wird.",
  unknownTitle: "Dieser Link funktioniert nicht",
  unknown:
    "Vielleicht ist er unvollständig. Öffnen Sie ihn noch einmal aus der Nachricht oder kopieren Sie die ganze Adresse. Es wurde nichts geändert.",
  closedTitle: "Dieser Link ist geschlossen",
  closed: "Der Absender dieser Nachricht ist gesperrt. Seine Links führen vorerst nirgendwohin.",
  yourAddress: "Ihre Adresse",
  theSender: "der Absender",
};
