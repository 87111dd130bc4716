import type { RecipientWords } from "./recipient-words";

export const it: RecipientWords = {
  unsubscribe: "Annulla l'iscrizione",
  askAll: "{address} non riceverà più pubblicità da {sender}.",
  askTopic: "{address} non riceverà più messaggi da {sender} su «{topic}».",
  unsubscribeButton: "Annulla l'iscrizione",
  doneTitle: "Iscrizione annullata",
  doneAll: "{sender} non invierà più pubblicità a {address}. Non deve fare altro.",
  doneTopic: "{sender} non invierà più nulla su «{topic}» a {address}. Non deve fare altro.",
  stopAllButton: "Non ricevere più nulla da {sender}",
  choices: "Scelga cosa ricevere",
  choicesTitle: "Cosa riceve",
  choicesLead: "Messaggi da {sender} a {address}.",
  mailYes: "Inviatemi messaggi",
  mailNo: "Non inviatemi nulla",
  topics: "Su quali temi",
  tracking: "{sender} può sapere quali messaggi apre e quali link segue?",
  trackingYes: "Sì",
  trackingNo: "No. Ricevo gli stessi messaggi.",
  save: "Salva",
  dataRequest: "Chiedere i propri dati, la loro correzione o cancellazione",
  saved: "Salvato.",
  complaint:
    "Questo indirizzo ha segnalato un messaggio come indesiderato: {sender} deve acconsentire prima di un nuovo invio.",
  unknownTitle: "Questo link non funziona",
  unknown:
    "Forse è incompleto. Lo apra di nuovo dal messaggio o copi l'indirizzo intero. Nulla è stato modificato.",
  closedTitle: "Questo link è chiuso",
  closed: "Il mittente di questo messaggio è sospeso; per ora i suoi link non portano da nessuna parte.",
  yourAddress: "il Suo indirizzo",
  theSender: "il mittente",
};
