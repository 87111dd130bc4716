export interface BannerWords {
  title: string;
  body: string;
  analytics: string;
  marketing: string;
  accept: string;
  refuse: string;
  change: string;
}

/** Changes with the words: what was read is part of the proof. */
export const wordingVersion = "2026-11-1";

export const bannerWords: Record<string, BannerWords> = {
  en: {
    title: "May this page use more than it needs?",
    body: "Some content here comes from others, or measures visits more closely. It loads only if you agree. You can change your mind at any time.",
    analytics: "Measuring visits",
    marketing: "Content and advertising of others",
    accept: "Accept",
    refuse: "Refuse",
    change: "Cookie settings",
  },
  de: {
    title: "Darf diese Seite mehr nutzen, als sie braucht?",
    body: "Manche Inhalte kommen von anderen oder messen Besuche genauer. Sie werden nur geladen, wenn Sie zustimmen. Sie können es sich jederzeit anders überlegen.",
    analytics: "Besuche messen",
    marketing: "Inhalte und Werbung anderer",
    accept: "Zustimmen",
    refuse: "Ablehnen",
    change: "Cookie-Einstellungen",
  },
  fr: {
    title: "Cette page peut-elle utiliser plus que le nécessaire ?",
    body: "Certains contenus viennent d’autres services ou mesurent les visites plus précisément. Ils ne se chargent que si vous êtes d’accord. Vous pouvez changer d’avis à tout moment.",
    analytics: "Mesure des visites",
    marketing: "Contenus et publicité de tiers",
    accept: "Accepter",
    refuse: "Refuser",
    change: "Réglages des cookies",
  },
  es: {
    title: "¿Puede esta página usar más de lo necesario?",
    body: "Algunos contenidos son de otros o miden las visitas con más detalle. Solo se cargan si usted está de acuerdo. Puede cambiar de opinión en cualquier momento.",
    analytics: "Medición de visitas",
    marketing: "Contenidos y publicidad de otros",
    accept: "Aceptar",
    refuse: "Rechazar",
    change: "Ajustes de cookies",
  },
  it: {
    title: "Questa pagina può usare più del necessario?",
    body: "Alcuni contenuti vengono da altri o misurano le visite in modo più preciso. Si caricano solo se lei è d’accordo. Può cambiare idea in ogni momento.",
    analytics: "Misurazione delle visite",
    marketing: "Contenuti e pubblicità di altri",
    accept: "Accetta",
    refuse: "Rifiuta",
    change: "Impostazioni dei cookie",
  },
  nl: {
    title: "Mag deze pagina meer gebruiken dan nodig is?",
    body: "Sommige inhoud komt van anderen of meet bezoeken nauwkeuriger. Die laadt alleen als u akkoord gaat. U kunt zich altijd bedenken.",
    analytics: "Bezoeken meten",
    marketing: "Inhoud en reclame van anderen",
    accept: "Akkoord",
    refuse: "Weigeren",
    change: "Cookie-instellingen",
  },
  pt: {
    title: "Esta página pode usar mais do que o necessário?",
    body: "Alguns conteúdos vêm de terceiros ou medem as visitas com mais detalhe. Só são carregados se concordar. Pode mudar de ideias a qualquer momento.",
    analytics: "Medição de visitas",
    marketing: "Conteúdos e publicidade de terceiros",
    accept: "Aceitar",
    refuse: "Recusar",
    change: "Definições de cookies",
  },
  pl: {
    title: "Czy ta strona może używać więcej, niż potrzebuje?",
    body: "Niektóre treści pochodzą od innych lub dokładniej mierzą odwiedziny. Wczytają się tylko za Państwa zgodą. Zdanie można zmienić w każdej chwili.",
    analytics: "Pomiar odwiedzin",
    marketing: "Treści i reklamy innych",
    accept: "Zgadzam się",
    refuse: "Odmawiam",
    change: "Ustawienia plików cookie",
  },
  cs: {
    title: "Smí tato stránka používat víc, než potřebuje?",
    body: "Některý obsah pochází od jiných nebo přesněji měří návštěvy. Načte se, jen když souhlasíte. Rozhodnutí můžete kdykoli změnit.",
    analytics: "Měření návštěv",
    marketing: "Obsah a reklama jiných",
    accept: "Souhlasím",
    refuse: "Odmítám",
    change: "Nastavení cookies",
  },
  sk: {
    title: "Smie táto stránka používať viac, než potrebuje?",
    body: "Niektorý obsah pochádza od iných alebo presnejšie meria návštevy. Načíta sa, len ak súhlasíte. Rozhodnutie môžete kedykoľvek zmeniť.",
    analytics: "Meranie návštev",
    marketing: "Obsah a reklama iných",
    accept: "Súhlasím",
    refuse: "Odmietam",
    change: "Nastavenia cookies",
  },
  hi: {
    title: "क्या यह पृष्ठ ज़रूरत से अधिक का उपयोग कर सकता है?",
    body: "यहाँ की कुछ सामग्री दूसरों की है या विज़िट को अधिक बारीकी से मापती है। आपकी सहमति पर ही वह लोड होगी। आप कभी भी निर्णय बदल सकते हैं।",
    analytics: "विज़िट का मापन",
    marketing: "दूसरों की सामग्री और विज्ञापन",
    accept: "सहमत",
    refuse: "असहमत",
    change: "कुकी सेटिंग",
  },
  ar: {
    title: "هل يجوز لهذه الصفحة استخدام أكثر مما تحتاج إليه؟",
    body: "بعض المحتوى هنا من جهات أخرى أو يقيس الزيارات بدقة أكبر. لا يُحمّل إلا إذا وافقت. يمكنك تغيير رأيك في أي وقت.",
    analytics: "قياس الزيارات",
    marketing: "محتوى وإعلانات جهات أخرى",
    accept: "أوافق",
    refuse: "أرفض",
    change: "إعدادات ملفات تعريف الارتباط",
  },
};
