/** What the renderer adds to widgets, by language. {host} is whom loading tells of the visit. */
export interface WidgetWords {
  loads: string;
  close: string;
}

const words: Record<string, WidgetWords> = {
  en: { loads: "Loads from {host} when you press it, which tells {host} of your visit.", close: "Close" },
  de: {
    loads: "Wird beim Drücken von {host} geladen; {host} erfährt so von Ihrem Besuch.",
    close: "Schließen",
  },
  fr: {
    loads: "Se charge depuis {host} quand vous appuyez ; {host} apprend alors votre visite.",
    close: "Fermer",
  },
  es: { loads: "Se carga desde {host} al pulsar; {host} sabrá entonces de su visita.", close: "Cerrar" },
  it: { loads: "Si carica da {host} quando lo premi; {host} saprà così della tua visita.", close: "Chiudi" },
  nl: { loads: "Laadt van {host} als u erop drukt; {host} weet dan van uw bezoek.", close: "Sluiten" },
  pt: { loads: "Carrega de {host} quando premir; {host} fica então a saber da sua visita.", close: "Fechar" },
  pl: { loads: "Po naciśnięciu wczyta się z {host}, który dowie się wtedy o wizycie.", close: "Zamknij" },
  cs: { loads: "Po stisknutí se načte z {host}; {host} se tak dozví o vaší návštěvě.", close: "Zavřít" },
  sk: { loads: "Po stlačení sa načíta z {host}; {host} sa tak dozvie o vašej návšteve.", close: "Zavrieť" },
  hi: { loads: "दबाने पर {host} से लोड होता है; तब {host} को आपकी विज़िट का पता चलता है।", close: "बंद करें" },
  ar: { loads: "يُحمَّل من {host} عند الضغط، فيعلم {host} بزيارتك.", close: "إغلاق" },
};

export const widgetWords = (language: string): WidgetWords =>
  words[language.toLowerCase().split("-")[0] ?? ""] ?? (words.en as WidgetWords);
