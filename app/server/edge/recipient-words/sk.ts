import type { RecipientWords } from "./recipient-words";

export const sk: RecipientWords = {
  unsubscribe: "Odhlásiť odber",
  askAll: "Na adresu {address} už neprídu žiadne reklamné správy. Odosielateľ: {sender}.",
  askTopic: "Na adresu {address} už nepríde nič na tému „{topic}“. Odosielateľ: {sender}.",
  unsubscribeButton: "Odhlásiť odber",
  doneTitle: "Odber je odhlásený",
  doneAll:
    "Na adresu {address} už nebudú chodiť reklamné správy. Odosielateľ: {sender}. Nič ďalšie robiť nemusíte.",
  doneTopic:
    "Na adresu {address} už nebude chodiť nič na tému „{topic}“. Odosielateľ: {sender}. Nič ďalšie robiť nemusíte.",
  stopAllButton: "Nechcem už vôbec nič. Odosielateľ: {sender}",
  choices: "Vybrať, čo chcete dostávať",
  choicesTitle: "Čo dostávate",
  choicesLead: "Správy na adresu {address}. Odosielateľ: {sender}.",
  mailYes: "Posielajte mi správy",
  mailNo: "Neposielajte mi vôbec nič",
  topics: "Témy",
  tracking: "Smie odosielateľ ({sender}) vedieť, ktoré správy otvoríte a na ktoré odkazy kliknete?",
  trackingYes: "Áno",
  trackingNo: "Nie. Dostávam rovnaké správy.",
  save: "Uložiť",
  dataRequest: "Požiadať o svoje údaje, ich opravu alebo vymazanie",
  saved: "Uložené.",
  complaint:
    "Z tejto adresy raz prišla sťažnosť na nevyžiadanú správu. Odosielateľ ({sender}) musí súhlasiť, kým sa znovu niečo pošle.",
  unknownTitle: "Tento odkaz nefunguje",
  unknown: "Možno nie je úplný. Otvorte ho znovu zo správy alebo skopírujte celú adresu. Nič sa nezmenilo.",
  closedTitle: "Tento odkaz je zatvorený",
  closed: "Odosielateľ tejto správy je pozastavený; jeho odkazy zatiaľ nikam nevedú.",
  yourAddress: "",
  theSender: "odosielateľ správy",
};
