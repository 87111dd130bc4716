import type { RecipientWords } from "./recipient-words";

export const cs: RecipientWords = {
  unsubscribe: "Odhlásit odběr",
  askAll: "Na adresu {address} už nepřijdou žádná reklamní sdělení. Odesílatel: {sender}.",
  askTopic: "Na adresu {address} už nepřijde nic na téma „{topic}“. Odesílatel: {sender}.",
  unsubscribeButton: "Odhlásit odběr",
  doneTitle: "Odběr je odhlášen",
  doneAll:
    "Na adresu {address} už nebudou chodit reklamní sdělení. Odesílatel: {sender}. Nic dalšího dělat nemusíte.",
  doneTopic:
    "Na adresu {address} už nebude chodit nic na téma „{topic}“. Odesílatel: {sender}. Nic dalšího dělat nemusíte.",
  stopAllButton: "Nechci už vůbec nic. Odesílatel: {sender}",
  choices: "Vybrat, co chcete dostávat",
  choicesTitle: "Co dostáváte",
  choicesLead: "Zprávy na adresu {address}. Odesílatel: {sender}.",
  mailYes: "Posílejte mi zprávy",
  mailNo: "Neposílejte mi vůbec nic",
  topics: "Témata",
  tracking: "Smí odesílatel ({sender}) vědět, které zprávy otevřete a na které odkazy kliknete?",
  trackingYes: "Ano",
  trackingNo: "Ne. Dostávám stejné zprávy.",
  save: "Uložit",
  dataRequest: "Požádat o své údaje, jejich opravu nebo výmaz",
  saved: "Uloženo.",
  complaint:
    "Z této adresy kdysi přišla stížnost na nevyžádanou zprávu. Odesílatel ({sender}) musí souhlasit, než se znovu něco pošle.",
  unknownTitle: "Tento odkaz nefunguje",
  unknown: "Možná není úplný. Otevřete ho znovu ze zprávy nebo zkopírujte celou adresu. Nic se nezměnilo.",
  closedTitle: "Tento odkaz je uzavřen",
  closed: "Odesílatel této zprávy je pozastaven; jeho odkazy zatím nikam nevedou.",
  yourAddress: "",
  theSender: "odesílatel zprávy",
};
