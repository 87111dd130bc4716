import type { RecipientWords } from "./recipient-words";

export const pl: RecipientWords = {
  unsubscribe: "Wypisz się",
  askAll: "Adres {address} nie dostanie więcej wiadomości reklamowych. Nadawca: {sender}.",
  askTopic: "Adres {address} nie dostanie więcej wiadomości na temat „{topic}”. Nadawca: {sender}.",
  unsubscribeButton: "Wypisz się",
  doneTitle: "Wypisano",
  doneAll:
    "Na adres {address} nie będą już wysyłane wiadomości reklamowe. Nadawca: {sender}. Nic więcej nie trzeba robić.",
  doneTopic:
    "Na adres {address} nie będą już wysyłane wiadomości na temat „{topic}”. Nadawca: {sender}. Nic więcej nie trzeba robić.",
  stopAllButton: "Nie chcę żadnych wiadomości. Nadawca: {sender}",
  choices: "Wybierz, co chcesz dostawać",
  choicesTitle: "Co dostajesz",
  choicesLead: "Wiadomości na adres {address}. Nadawca: {sender}.",
  mailYes: "Chcę dostawać wiadomości",
  mailNo: "Nie chcę dostawać niczego",
  topics: "Tematy",
  tracking: "Czy nadawca ({sender}) może wiedzieć, które wiadomości otwierasz i w które linki klikasz?",
  trackingYes: "Tak",
  trackingNo: "Nie. Dostaję te same wiadomości.",
  save: "Zapisz",
  dataRequest: "Poprosić o swoje dane, ich poprawienie lub usunięcie",
  saved: "Zapisano.",
  complaint:
    "Z tego adresu zgłoszono kiedyś niechcianą wiadomość, więc nadawca ({sender}) musi się zgodzić, zanim znów coś wyśle.",
  unknownTitle: "Ten link nie działa",
  unknown:
    "Może być niepełny. Otwórz go ponownie z wiadomości albo skopiuj cały adres. Nic nie zostało zmienione.",
  closedTitle: "Ten link jest zamknięty",
  closed: "Nadawca tej wiadomości jest zawieszony; jego linki na razie nigdzie nie prowadzą.",
  yourAddress: "",
  theSender: "nadawca wiadomości",
};
