import type { RecipientWords } from "./recipient-words";

export const pt: RecipientWords = {
  unsubscribe: "Cancelar subscrição",
  askAll: "{address} não receberá mais publicidade de {sender}.",
  askTopic: "{address} não receberá mais mensagens de {sender} sobre “{topic}”.",
  unsubscribeButton: "Cancelar subscrição",
  doneTitle: "Subscrição cancelada",
  doneAll: "{sender} não enviará mais publicidade para {address}. Não precisa de fazer mais nada.",
  doneTopic: "{sender} não enviará mais nada sobre “{topic}” para {address}. Não precisa de fazer mais nada.",
  stopAllButton: "Não receber mais nada de {sender}",
  choices: "Escolher o que recebe",
  choicesTitle: "O que recebe",
  choicesLead: "Mensagens de {sender} para {address}.",
  mailYes: "Enviar-me mensagens",
  mailNo: "Não me enviar nada",
  topics: "Sobre o quê",
  tracking: "{sender} pode saber que mensagens abre e que ligações segue?",
  trackingYes: "Sim",
  trackingNo: "Não. Recebo as mesmas mensagens.",
  save: "Guardar",
  dataRequest: "Pedir os seus dados, a sua correção ou o seu apagamento",
  saved: "Guardado.",
  complaint:
    "Este endereço denunciou uma mensagem como indesejada, por isso {sender} tem de concordar antes de novo envio.",
  unknownTitle: "Esta ligação não funciona",
  unknown:
    "Pode estar incompleta. Abra-a de novo a partir da mensagem ou copie o endereço inteiro. Nada foi alterado.",
  closedTitle: "Esta ligação está fechada",
  closed: "O remetente desta mensagem está suspenso; por agora as suas ligações não levam a lado nenhum.",
  yourAddress: "o seu endereço",
  theSender: "o remetente",
};
