import type { RecipientWords } from "./recipient-words";

export const fr: RecipientWords = {
  unsubscribe: "Se désabonner",
  askAll: "{address} ne recevra plus de publicité de {sender}.",
  askTopic: "{address} ne recevra plus de messages de {sender} sur « {topic} ».",
  unsubscribeButton: "Se désabonner",
  doneTitle: "Vous êtes désabonné",
  doneAll: "{sender} n'enverra plus de publicité à {address}. Vous n'avez rien d'autre à faire.",
  doneTopic: "{sender} n'enverra plus rien sur « {topic} » à {address}. Vous n'avez rien d'autre à faire.",
  stopAllButton: "Ne plus rien recevoir de {sender}",
  choices: "Choisir ce que vous recevez",
  choicesTitle: "Ce que vous recevez",
  choicesLead: "Messages de {sender} à {address}.",
  mailYes: "M'envoyer des messages",
  mailNo: "Ne plus rien m'envoyer",
  topics: "À quel sujet",
  tracking: "{sender} peut-il savoir quels messages vous ouvrez et quels liens vous suivez ?",
  trackingYes: "Oui",
  trackingNo: "Non. Je reçois les mêmes messages.",
  save: "Enregistrer",
  dataRequest: "Demander vos données, leur correction ou leur effacement",
  saved: "Enregistré.",
  complaint:
    "Cette adresse a signalé un message comme indésirable : {sender} doit donner son accord avant tout nouvel envoi.",
  unknownTitle: "Ce lien ne fonctionne pas",
  unknown:
    "Il est peut-être incomplet. Ouvrez-le de nouveau depuis le message ou copiez l'adresse entière. Rien n'a été modifié.",
  closedTitle: "Ce lien est fermé",
  closed: "L'expéditeur de ce message est suspendu ; ses liens ne mènent nulle part pour l'instant.",
  yourAddress: "votre adresse",
  theSender: "l'expéditeur",
};
