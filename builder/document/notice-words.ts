/** The words that the renderer itself puts on a page, by language. `{who}` and `{why}` are filled in. */
export interface NoticeWords {
  summary: string;
  who: string;
  contact: string;
  what: string;
  why: string;
  howLong: string;
  rights: string;
  rightsLink: string;
  send: string;
  leaveEmpty: string;
  picture: string;
}

const en: NoticeWords = {
  summary: "{who} uses what you send for: {why}. Details and your rights",
  who: "Who asks",
  contact: "Contact",
  what: "What is kept",
  why: "What for",
  howLong: "How long",
  rights: "Your rights",
  rightsLink: "See, correct, take along or delete your details, or object to their use",
  send: "Send",
  leaveEmpty: "Leave this field empty",
  picture: "Picture",
};

const words = new Map<string, NoticeWords>(
  Object.entries({
    en,
    de: {
      summary: "{who} verwendet Ihre Angaben für: {why}. Einzelheiten und Ihre Rechte",
      who: "Wer fragt",
      contact: "Kontakt",
      what: "Was gespeichert wird",
      why: "Wofür",
      howLong: "Wie lange",
      rights: "Ihre Rechte",
      rightsLink:
        "Ihre Angaben einsehen, berichtigen, mitnehmen oder löschen lassen oder der Verwendung widersprechen",
      send: "Senden",
      leaveEmpty: "Dieses Feld leer lassen",
      picture: "Bild",
    },
    fr: {
      summary: "{who} utilise vos réponses pour : {why}. Détails et vos droits",
      who: "Qui demande",
      contact: "Contact",
      what: "Ce qui est conservé",
      why: "Pour quoi",
      howLong: "Combien de temps",
      rights: "Vos droits",
      rightsLink:
        "Consulter, corriger, récupérer ou supprimer vos données, ou vous opposer à leur utilisation",
      send: "Envoyer",
      leaveEmpty: "Laissez ce champ vide",
      picture: "Image",
    },
    es: {
      summary: "{who} usa lo que envía para: {why}. Detalles y sus derechos",
      who: "Quién pregunta",
      contact: "Contacto",
      what: "Qué se guarda",
      why: "Para qué",
      howLong: "Cuánto tiempo",
      rights: "Sus derechos",
      rightsLink: "Ver, corregir, llevarse o borrar sus datos, u oponerse a su uso",
      send: "Enviar",
      leaveEmpty: "Deje este campo vacío",
      picture: "Imagen",
    },
    it: {
      summary: "{who} usa ciò che invia per: {why}. Dettagli e i suoi diritti",
      who: "Chi chiede",
      contact: "Contatto",
      what: "Che cosa si conserva",
      why: "Per che cosa",
      howLong: "Per quanto tempo",
      rights: "I suoi diritti",
      rightsLink: "Vedere, correggere, portare con sé o cancellare i suoi dati, o opporsi al loro uso",
      send: "Invia",
      leaveEmpty: "Lasci vuoto questo campo",
      picture: "Immagine",
    },
    nl: {
      summary: "{who} gebruikt wat u stuurt voor: {why}. Details en uw rechten",
      who: "Wie vraagt dit",
      contact: "Contact",
      what: "Wat wordt bewaard",
      why: "Waarvoor",
      howLong: "Hoe lang",
      rights: "Uw rechten",
      rightsLink: "Uw gegevens inzien, verbeteren, meenemen of laten wissen, of bezwaar maken",
      send: "Versturen",
      leaveEmpty: "Laat dit veld leeg",
      picture: "Afbeelding",
    },
    pt: {
      summary: "{who} usa o que envia para: {why}. Detalhes e os seus direitos",
      who: "Quem pergunta",
      contact: "Contacto",
      what: "O que é guardado",
      why: "Para quê",
      howLong: "Quanto tempo",
      rights: "Os seus direitos",
      rightsLink: "Ver, corrigir, levar ou apagar os seus dados, ou opor-se ao seu uso",
      send: "Enviar",
      leaveEmpty: "Deixe este campo vazio",
      picture: "Imagem",
    },
    pl: {
      summary: "{who} używa przesłanych danych w celu: {why}. Szczegóły i Twoje prawa",
      who: "Kto pyta",
      contact: "Kontakt",
      what: "Co jest przechowywane",
      why: "W jakim celu",
      howLong: "Jak długo",
      rights: "Twoje prawa",
      rightsLink: "Zobacz, popraw, przenieś lub usuń swoje dane albo sprzeciw się ich użyciu",
      send: "Wyślij",
      leaveEmpty: "Zostaw to pole puste",
      picture: "Obraz",
    },
    cs: {
      summary: "{who} použije, co odešlete, k účelu: {why}. Podrobnosti a vaše práva",
      who: "Kdo se ptá",
      contact: "Kontakt",
      what: "Co se uchovává",
      why: "K čemu",
      howLong: "Jak dlouho",
      rights: "Vaše práva",
      rightsLink: "Zobrazit, opravit, odnést si nebo smazat své údaje, nebo vznést námitku",
      send: "Odeslat",
      leaveEmpty: "Toto pole nechte prázdné",
      picture: "Obrázek",
    },
    sk: {
      summary: "{who} použije, čo odošlete, na účel: {why}. Podrobnosti a vaše práva",
      who: "Kto sa pýta",
      contact: "Kontakt",
      what: "Čo sa uchováva",
      why: "Na čo",
      howLong: "Ako dlho",
      rights: "Vaše práva",
      rightsLink: "Zobraziť, opraviť, odniesť si alebo zmazať svoje údaje, alebo vzniesť námietku",
      send: "Odoslať",
      leaveEmpty: "Toto pole nechajte prázdne",
      picture: "Obrázok",
    },
    hi: {
      summary: "{who} आपकी भेजी जानकारी का उपयोग इसके लिए करता है: {why}। विवरण और आपके अधिकार",
      who: "कौन पूछ रहा है",
      contact: "संपर्क",
      what: "क्या रखा जाता है",
      why: "किसलिए",
      howLong: "कितने समय तक",
      rights: "आपके अधिकार",
      rightsLink: "अपनी जानकारी देखें, सुधारें, साथ ले जाएँ या हटवाएँ, या उसके उपयोग पर आपत्ति करें",
      send: "भेजें",
      leaveEmpty: "यह खाना खाली छोड़ें",
      picture: "चित्र",
    },
    ar: {
      summary: "تستخدم {who} ما ترسله من أجل: {why}. التفاصيل وحقوقك",
      who: "من يسأل",
      contact: "للتواصل",
      what: "ما يُحفظ",
      why: "لأي غرض",
      howLong: "كم من الوقت",
      rights: "حقوقك",
      rightsLink: "الاطلاع على بياناتك أو تصحيحها أو نقلها أو حذفها أو الاعتراض على استخدامها",
      send: "إرسال",
      leaveEmpty: "اترك هذا الحقل فارغًا",
      picture: "صورة",
    },
  }),
);

export const noticeWords = (language: string): NoticeWords => words.get(primaryLanguage(language)) ?? en;

const primaryLanguage = (language: string): string => language.split("-")[0]?.toLowerCase() ?? "en";

const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

export const directionOf = (language: string): "ltr" | "rtl" =>
  rightToLeft.has(primaryLanguage(language)) ? "rtl" : "ltr";
