import type { PublicLanguage } from "~/lib/public-language";

interface SiteWords {
  missingTitle: string;
  missingText: string;
  home: string;
  closedTitle: string;
  closedText: string;
  awayTitle: string;
  awayText: string;
}

/** What a site says where it has no page to show. */
export const siteWords: Record<PublicLanguage, SiteWords> = {
  en: {
    missingTitle: "Nothing lives at this address",
    missingText: "The page may have moved, or the link has a typing mistake.",
    home: "Go to the start page",
    closedTitle: "This page is not available",
    closedText: "The platform has stopped showing the pages of this site.",
    awayTitle: "This page cannot be shown just now",
    awayText: "Please try again in a moment.",
  },
  de: {
    missingTitle: "Unter dieser Adresse gibt es nichts",
    missingText: "Die Seite ist vielleicht umgezogen, oder der Link hat einen Tippfehler.",
    home: "Zur Startseite",
    closedTitle: "Diese Seite ist nicht verfügbar",
    closedText: "Die Plattform zeigt die Seiten dieser Website nicht mehr.",
    awayTitle: "Diese Seite kann gerade nicht gezeigt werden",
    awayText: "Bitte versuchen Sie es gleich noch einmal.",
  },
  fr: {
    missingTitle: "Il n'y a rien à cette adresse",
    missingText: "La page a peut-être été déplacée, ou le lien contient une faute de frappe.",
    home: "Aller à l'accueil",
    closedTitle: "Cette page n'est pas disponible",
    closedText: "La plateforme n'affiche plus les pages de ce site.",
    awayTitle: "Cette page ne peut pas être affichée pour le moment",
    awayText: "Veuillez réessayer dans un instant.",
  },
  es: {
    missingTitle: "No hay nada en esta dirección",
    missingText: "Puede que la página se haya movido o que el enlace tenga un error.",
    home: "Ir a la página de inicio",
    closedTitle: "Esta página no está disponible",
    closedText: "La plataforma ha dejado de mostrar las páginas de este sitio.",
    awayTitle: "Esta página no se puede mostrar ahora",
    awayText: "Vuelva a intentarlo en un momento.",
  },
  it: {
    missingTitle: "A questo indirizzo non c'è nulla",
    missingText: "La pagina potrebbe essere stata spostata o il link contiene un errore.",
    home: "Vai alla pagina iniziale",
    closedTitle: "Questa pagina non è disponibile",
    closedText: "La piattaforma non mostra più le pagine di questo sito.",
    awayTitle: "La pagina non può essere mostrata in questo momento",
    awayText: "Riprovi tra un momento.",
  },
  nl: {
    missingTitle: "Op dit adres staat niets",
    missingText: "De pagina is misschien verplaatst, of de link bevat een typefout.",
    home: "Naar de startpagina",
    closedTitle: "Deze pagina is niet beschikbaar",
    closedText: "Het platform toont de pagina's van deze site niet meer.",
    awayTitle: "Deze pagina kan nu niet worden getoond",
    awayText: "Probeer het zo meteen opnieuw.",
  },
  pt: {
    missingTitle: "Não há nada neste endereço",
    missingText: "A página pode ter mudado de lugar ou o link tem um erro.",
    home: "Ir para a página inicial",
    closedTitle: "Esta página não está disponível",
    closedText: "A plataforma deixou de mostrar as páginas deste site.",
    awayTitle: "Esta página não pode ser mostrada agora",
    awayText: "Tente novamente daqui a pouco.",
  },
  pl: {
    missingTitle: "Pod tym adresem nic nie ma",
    missingText: "Strona mogła zostać przeniesiona albo w linku jest literówka.",
    home: "Przejdź do strony głównej",
    closedTitle: "Ta strona jest niedostępna",
    closedText: "Platforma przestała wyświetlać strony tej witryny.",
    awayTitle: "Nie można teraz pokazać tej strony",
    awayText: "Spróbuj ponownie za chwilę.",
  },
  cs: {
    missingTitle: "Na této adrese nic není",
    missingText: "Stránka se možná přesunula, nebo je v odkazu překlep.",
    home: "Přejít na úvodní stránku",
    closedTitle: "Tato stránka není dostupná",
    closedText: "Platforma přestala stránky tohoto webu zobrazovat.",
    awayTitle: "Tuto stránku teď nelze zobrazit",
    awayText: "Zkuste to prosím za chvíli znovu.",
  },
  sk: {
    missingTitle: "Na tejto adrese nič nie je",
    missingText: "Stránka sa možno presunula, alebo je v odkaze preklep.",
    home: "Prejsť na úvodnú stránku",
    closedTitle: "Táto stránka nie je dostupná",
    closedText: "Platforma prestala stránky tohto webu zobrazovať.",
    awayTitle: "Túto stránku teraz nemožno zobraziť",
    awayText: "Skúste to prosím o chvíľu znova.",
  },
  hi: {
    missingTitle: "इस पते पर कुछ नहीं है",
    missingText: "हो सकता है पेज कहीं और चला गया हो, या लिंक में गलती हो।",
    home: "मुख्य पेज पर जाएँ",
    closedTitle: "यह पेज उपलब्ध नहीं है",
    closedText: "प्लेटफ़ॉर्म ने इस साइट के पेज दिखाना बंद कर दिया है।",
    awayTitle: "यह पेज अभी नहीं दिखाया जा सकता",
    awayText: "कृपया थोड़ी देर में फिर कोशिश करें।",
  },
  ar: {
    missingTitle: "لا يوجد شيء على هذا العنوان",
    missingText: "ربما نُقلت الصفحة، أو في الرابط خطأ.",
    home: "إلى الصفحة الرئيسية",
    closedTitle: "هذه الصفحة غير متاحة",
    closedText: "أوقفت المنصة عرض صفحات هذا الموقع.",
    awayTitle: "لا يمكن عرض هذه الصفحة الآن",
    awayText: "يرجى المحاولة مرة أخرى بعد قليل.",
  },
};
