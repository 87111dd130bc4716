/** Words of the controls that the renderer adds to forms, by language. */
export interface ControlWords {
  /** {n} of {m} */
  step: string;
  next: string;
  previous: string;
  /** Beside the box that keeps entries in the visitor's own browser. */
  remember: string;
  forget: string;
  country: string;
}

const en: ControlWords = {
  step: "Step {n} of {m}",
  next: "Next",
  previous: "Back",
  remember: "Keep my entries in this browser for next time. They are not sent anywhere else.",
  forget: "Forget my entries",
  country: "Country code",
};

const words: Record<string, ControlWords> = {
  en,
  de: {
    step: "Schritt {n} von {m}",
    next: "Weiter",
    previous: "Zurück",
    remember:
      "Meine Eingaben in diesem Browser für das nächste Mal behalten. Sie werden sonst nirgendwohin gesendet.",
    forget: "Meine Eingaben vergessen",
    country: "Landesvorwahl",
  },
  fr: {
    step: "Étape {n} sur {m}",
    next: "Suivant",
    previous: "Précédent",
    remember:
      "Garder ma saisie dans ce navigateur pour la prochaine fois. Elle n’est envoyée nulle part ailleurs.",
    forget: "Oublier ma saisie",
    country: "Indicatif du pays",
  },
  es: {
    step: "Paso {n} de {m}",
    next: "Siguiente",
    previous: "Atrás",
    remember: "Guardar mis datos en este navegador para la próxima vez. No se envían a ningún otro sitio.",
    forget: "Olvidar mis datos",
    country: "Prefijo del país",
  },
  it: {
    step: "Passo {n} di {m}",
    next: "Avanti",
    previous: "Indietro",
    remember: "Conserva i miei dati in questo browser per la prossima volta. Non vengono inviati altrove.",
    forget: "Dimentica i miei dati",
    country: "Prefisso del paese",
  },
  nl: {
    step: "Stap {n} van {m}",
    next: "Volgende",
    previous: "Terug",
    remember:
      "Bewaar mijn gegevens in deze browser voor de volgende keer. Ze worden nergens anders heen gestuurd.",
    forget: "Mijn gegevens vergeten",
    country: "Landnummer",
  },
  pt: {
    step: "Passo {n} de {m}",
    next: "Seguinte",
    previous: "Voltar",
    remember:
      "Guardar os meus dados neste navegador para a próxima vez. Não são enviados para mais lado nenhum.",
    forget: "Esquecer os meus dados",
    country: "Indicativo do país",
  },
  pl: {
    step: "Krok {n} z {m}",
    next: "Dalej",
    previous: "Wstecz",
    remember: "Zachowaj moje dane w tej przeglądarce na następny raz. Nie są wysyłane nigdzie indziej.",
    forget: "Zapomnij moje dane",
    country: "Numer kierunkowy kraju",
  },
  cs: {
    step: "Krok {n} z {m}",
    next: "Další",
    previous: "Zpět",
    remember: "Ponechat mé údaje v tomto prohlížeči pro příště. Nikam jinam se neposílají.",
    forget: "Zapomenout mé údaje",
    country: "Předvolba země",
  },
  sk: {
    step: "Krok {n} z {m}",
    next: "Ďalej",
    previous: "Späť",
    remember: "Ponechať moje údaje v tomto prehliadači na nabudúce. Nikam inam sa neposielajú.",
    forget: "Zabudnúť moje údaje",
    country: "Predvoľba krajiny",
  },
  hi: {
    step: "चरण {n}, कुल {m}",
    next: "आगे",
    previous: "पीछे",
    remember: "अगली बार के लिए मेरी भरी जानकारी इस ब्राउज़र में रखें। यह कहीं और नहीं भेजी जाती।",
    forget: "मेरी भरी जानकारी भूल जाएँ",
    country: "देश का कोड",
  },
  ar: {
    step: "الخطوة {n} من {m}",
    next: "التالي",
    previous: "السابق",
    remember: "احتفظ بما كتبته في هذا المتصفح للمرة القادمة. لا يُرسل إلى أي مكان آخر.",
    forget: "انسَ ما كتبته",
    country: "رمز البلد",
  },
};

export const controlWords = (language: string): ControlWords =>
  words[language.split("-")[0]?.toLowerCase() ?? ""] ?? en;
