import type { RecipientWords } from "./recipient-words";

export const es: RecipientWords = {
  unsubscribe: "Darse de baja",
  askAll: "{address} no recibirá más publicidad de {sender}.",
  askTopic: "{address} no recibirá más mensajes de {sender} sobre «{topic}».",
  unsubscribeButton: "Darse de baja",
  doneTitle: "Se ha dado de baja",
  doneAll: "{sender} no enviará más publicidad a {address}. No tiene que hacer nada más.",
  doneTopic: "{sender} no enviará nada más sobre «{topic}» a {address}. No tiene que hacer nada más.",
  stopAllButton: "No recibir nada más de {sender}",
  choices: "Elegir lo que recibe",
  choicesTitle: "Lo que recibe",
  choicesLead: "Mensajes de {sender} para {address}.",
  mailYes: "Enviarme mensajes",
  mailNo: "No enviarme nada",
  topics: "Sobre qué",
  tracking: "¿Puede {sender} saber qué mensajes abre y qué enlaces sigue?",
  trackingYes: "Sí",
  trackingNo: "No. Recibo los mismos mensajes.",
  save: "Guardar",
  dataRequest: "Pedir sus datos, su corrección o su supresión",
  saved: "Guardado.",
  complaint:
    "Esta dirección denunció un mensaje como no deseado, así que {sender} debe aceptar antes de volver a escribir.",
  unknownTitle: "Este enlace no funciona",
  unknown:
    "Puede estar incompleto. Ábralo de nuevo desde el mensaje o copie la dirección entera. No se ha cambiado nada.",
  closedTitle: "Este enlace está cerrado",
  closed: "El remitente de este mensaje está suspendido; por ahora sus enlaces no llevan a ninguna parte.",
  yourAddress: "su dirección",
  theSender: "el remitente",
};
