import { compileTerms, type Terms } from "./match-terms";

export interface ProhibitedTopic {
  id: string;
  noun: string;
  words: RegExp;
}

const topic = (id: string, noun: string, terms: Terms): ProhibitedTopic => ({
  id,
  noun,
  words: compileTerms(terms),
});

/** Words alone convict nobody: these only make people look. */
export const prohibitedTopics: readonly ProhibitedTopic[] = [
  topic("gambling", "gambling", {
    en: "online casino*, sports betting, free spins, slot machine bonus, betting bonus",
    de: "online casino*, sportwetten, freispiele",
    fr: "casino en ligne, paris sportifs",
    es: "casino online, apuestas deportivas",
    it: "casino online, scommesse sportive",
    nl: "online casino*, sportweddenschappen",
    pl: "kasyno online, zaklady bukmacherskie",
  }),
  topic("drugs", "drugs or prescription medicine", {
    en: "buy viagra, cheap viagra, cialis, buy xanax, buy oxycontin, without prescription, no prescription needed, buy cocaine, buy weed online, research chemicals",
    de: "ohne rezept kaufen, viagra kaufen, rezeptfrei kaufen",
    fr: "sans ordonnance, acheter viagra",
    es: "sin receta medica, comprar viagra",
    it: "senza ricetta, comprare viagra",
  }),
  topic("weapons", "weapons", {
    en: "buy guns, ghost gun*, firearms for sale, ammunition for sale, silencer for sale",
    de: "waffen kaufen, schusswaffen kaufen, munition kaufen",
  }),
  topic("adult", "adult content", {
    en: "escort service*, porn*, xxx videos, live sex*, sex cam*, adult webcam*",
    de: "escortservice*, sexcam*, porno*",
    fr: "escort girl*, porno*",
    es: "porno*, escorts",
  }),
  topic("quick-money", "promises of quick money", {
    en: "get rich quick, guaranteed profit*, guaranteed returns, double your bitcoin, double your money, make money fast, risk free investment, forex signals, pyramid scheme, earn from home guaranteed",
    de: "schnell reich werden, garantierter gewinn, garantierte rendite, geld verdoppeln",
    fr: "devenir riche rapidement, gains garantis, rendement garanti",
    es: "hazte rico, ganancias garantizadas, duplica tu dinero",
    it: "diventa ricco, guadagni garantiti",
  }),
  topic("loans", "payday loans", {
    en: "payday loan*, instant loan no credit check, no credit check loan*",
    de: "kredit ohne schufa, sofortkredit ohne",
    pl: "chwilowka, chwilowki",
  }),
  topic("address-lists", "trade in addresses", {
    en: "buy email list*, email list for sale, bulk email database, million email addresses, email leads database",
    de: "e mail adressen kaufen, adressliste kaufen",
    fr: "acheter des adresses e mail, base emails a vendre",
  }),
  topic("forgery", "forged documents or goods", {
    en: "fake passport*, fake id, buy diploma, counterfeit*, replica watches, cloned card*, fake documents",
    de: "gefalschte*, fuhrerschein kaufen ohne prufung",
    fr: "faux documents, faux permis",
    es: "documentos falsos, replicas de relojes",
  }),
];

export const impersonationTerms = compileTerms({
  en: "your account has been suspended, your account will be suspended, your account has been limited, your account will be closed, verify your account within, confirm your identity to avoid, unusual activity on your account, unusual sign in activity, your mailbox is full, your package could not be delivered pay, update your payment information to avoid",
  de: "ihr konto wurde gesperrt, ihr konto wird gesperrt, bestatigen sie ihre identitat um, ungewohnliche aktivitat in ihrem konto, ihr postfach ist voll",
  fr: "votre compte a ete suspendu, votre compte sera suspendu, activite inhabituelle sur votre compte",
  es: "su cuenta ha sido suspendida, su cuenta sera suspendida, actividad inusual en su cuenta",
  it: "il tuo conto e stato sospeso, il suo conto e stato sospeso, attivita insolita sul tuo conto",
  nl: "uw account is geblokkeerd, uw rekening is geblokkeerd",
  pt: "sua conta foi suspensa, a sua conta foi suspensa",
  pl: "twoje konto zostalo zablokowane, twoje konto zostanie zablokowane",
});

export const childrenTerms = compileTerms({
  en: "for kids, for children, kids club, children under, ask your parents, hey kids, under 13",
  de: "fur kinder, kinderclub, frag deine eltern",
  fr: "pour les enfants, demande a tes parents, club enfants",
  es: "para ninos, pregunta a tus padres, club infantil",
  it: "per bambini, chiedi ai tuoi genitori",
  nl: "voor kinderen, vraag je ouders",
  pt: "para criancas, pergunta aos teus pais",
  pl: "dla dzieci, zapytaj rodzicow",
  cs: "pro deti",
  sk: "pre deti",
});
