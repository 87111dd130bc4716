import type { PublicLanguage } from "~/lib/public-language";

export interface ConfirmationWords {
  /** {name} is who asks. */
  subject: string;
  greeting: string;
  why: string;
  button: string;
  ignore: string;
  pageTitle: string;
  pageLead: string;
  doneTitle: string;
  doneText: string;
}

export const confirmationWords: Record<PublicLanguage, ConfirmationWords> = {
  en: {
    subject: "Please confirm: mail from {name}",
    greeting: "Hello,",
    why: "this address was entered in a form of {name}, with this agreement:",
    button: "Confirm",
    ignore: "If this was not you, do nothing. Without your confirmation you get no mail.",
    pageTitle: "Confirm your agreement",
    pageLead: "You agree with {name} to the following:",
    doneTitle: "Thank you, it is confirmed",
    doneText: "You can change your mind at any time with the link in each mail.",
  },
  de: {
    subject: "Bitte bestätigen: Post von {name}",
    greeting: "Guten Tag,",
    why: "diese Adresse wurde in ein Formular von {name} eingetragen, mit dieser Einwilligung:",
    button: "Bestätigen",
    ignore: "Waren Sie das nicht, brauchen Sie nichts zu tun. Ohne Bestätigung bekommen Sie keine Post.",
    pageTitle: "Einwilligung bestätigen",
    pageLead: "Sie willigen gegenüber {name} in Folgendes ein:",
    doneTitle: "Danke, bestätigt",
    doneText: "Sie können es sich jederzeit anders überlegen: mit dem Link in jeder E-Mail.",
  },
  fr: {
    subject: "À confirmer : les messages de {name}",
    greeting: "Bonjour,",
    why: "cette adresse a été saisie dans un formulaire de {name}, avec cet accord :",
    button: "Confirmer",
    ignore: "Si ce n’était pas vous, ne faites rien. Sans confirmation, vous ne recevrez aucun message.",
    pageTitle: "Confirmez votre accord",
    pageLead: "Vous donnez à {name} l’accord suivant :",
    doneTitle: "Merci, c’est confirmé",
    doneText: "Vous pouvez changer d’avis à tout moment grâce au lien présent dans chaque message.",
  },
  es: {
    subject: "Confirme, por favor: correo de {name}",
    greeting: "Hola:",
    why: "esta dirección se escribió en un formulario de {name}, con este consentimiento:",
    button: "Confirmar",
    ignore: "Si no fue usted, no haga nada. Sin su confirmación no recibirá correo.",
    pageTitle: "Confirme su consentimiento",
    pageLead: "Usted da a {name} el siguiente consentimiento:",
    doneTitle: "Gracias, está confirmado",
    doneText: "Puede cambiar de opinión en cualquier momento con el enlace de cada mensaje.",
  },
  it: {
    subject: "Confermi, per favore: posta da {name}",
    greeting: "Buongiorno,",
    why: "questo indirizzo è stato inserito in un modulo di {name}, con questo consenso:",
    button: "Conferma",
    ignore: "Se non è stato lei, non faccia nulla. Senza conferma non riceverà posta.",
    pageTitle: "Confermi il suo consenso",
    pageLead: "Lei dà a {name} il seguente consenso:",
    doneTitle: "Grazie, è confermato",
    doneText: "Può cambiare idea in ogni momento con il link presente in ogni messaggio.",
  },
  nl: {
    subject: "Bevestig alstublieft: post van {name}",
    greeting: "Goedendag,",
    why: "dit adres is ingevuld in een formulier van {name}, met deze toestemming:",
    button: "Bevestigen",
    ignore: "Was u dat niet, dan hoeft u niets te doen. Zonder bevestiging krijgt u geen post.",
    pageTitle: "Bevestig uw toestemming",
    pageLead: "U geeft {name} de volgende toestemming:",
    doneTitle: "Dank u, het is bevestigd",
    doneText: "U kunt zich altijd bedenken met de link in elk bericht.",
  },
  pt: {
    subject: "Confirme, por favor: correio de {name}",
    greeting: "Olá,",
    why: "este endereço foi introduzido num formulário de {name}, com este consentimento:",
    button: "Confirmar",
    ignore: "Se não foi você, não faça nada. Sem confirmação não receberá correio.",
    pageTitle: "Confirme o seu consentimento",
    pageLead: "Dá a {name} o seguinte consentimento:",
    doneTitle: "Obrigado, está confirmado",
    doneText: "Pode mudar de ideias a qualquer momento com a ligação em cada mensagem.",
  },
  pl: {
    subject: "Prosimy o potwierdzenie: wiadomości od {name}",
    greeting: "Dzień dobry,",
    why: "ten adres wpisano w formularzu {name}, z taką zgodą:",
    button: "Potwierdzam",
    ignore: "Jeśli to nie Państwo, nic nie trzeba robić. Bez potwierdzenia nie wyślemy żadnej wiadomości.",
    pageTitle: "Potwierdzenie zgody",
    pageLead: "Udzielają Państwo {name} następującej zgody:",
    doneTitle: "Dziękujemy, potwierdzono",
    doneText: "Zdanie można zmienić w każdej chwili, korzystając z odnośnika w każdej wiadomości.",
  },
  cs: {
    subject: "Potvrďte prosím: zprávy od {name}",
    greeting: "Dobrý den,",
    why: "tato adresa byla zadána ve formuláři {name} s tímto souhlasem:",
    button: "Potvrdit",
    ignore: "Pokud jste to nebyli vy, nedělejte nic. Bez potvrzení žádnou poštu nedostanete.",
    pageTitle: "Potvrďte svůj souhlas",
    pageLead: "Udělujete {name} následující souhlas:",
    doneTitle: "Děkujeme, potvrzeno",
    doneText: "Rozhodnutí můžete kdykoli změnit odkazem v každé zprávě.",
  },
  sk: {
    subject: "Potvrďte, prosím: správy od {name}",
    greeting: "Dobrý deň,",
    why: "táto adresa bola zadaná vo formulári {name} s týmto súhlasom:",
    button: "Potvrdiť",
    ignore: "Ak ste to neboli vy, nerobte nič. Bez potvrdenia nedostanete žiadnu poštu.",
    pageTitle: "Potvrďte svoj súhlas",
    pageLead: "Udeľujete {name} nasledujúci súhlas:",
    doneTitle: "Ďakujeme, potvrdené",
    doneText: "Rozhodnutie môžete kedykoľvek zmeniť odkazom v každej správe.",
  },
  hi: {
    subject: "कृपया पुष्टि करें: {name} की ओर से ईमेल",
    greeting: "नमस्ते,",
    why: "यह पता {name} के फ़ॉर्म में इस सहमति के साथ भरा गया था:",
    button: "पुष्टि करें",
    ignore: "यदि यह आपने नहीं किया, तो कुछ न करें। पुष्टि के बिना आपको कोई ईमेल नहीं मिलेगा।",
    pageTitle: "अपनी सहमति की पुष्टि करें",
    pageLead: "आप {name} को यह सहमति देते हैं:",
    doneTitle: "धन्यवाद, पुष्टि हो गई",
    doneText: "आप हर ईमेल में दिए लिंक से कभी भी अपना निर्णय बदल सकते हैं।",
  },
  ar: {
    subject: "يرجى التأكيد: رسائل من {name}",
    greeting: "مرحبًا،",
    why: "أُدخل هذا العنوان في نموذج تابع لـ {name} مع هذه الموافقة:",
    button: "تأكيد",
    ignore: "إذا لم تكن أنت من فعل ذلك فلا تفعل شيئًا. بدون تأكيدك لن تصلك أي رسالة.",
    pageTitle: "أكّد موافقتك",
    pageLead: "أنت توافق مع {name} على ما يلي:",
    doneTitle: "شكرًا، تم التأكيد",
    doneText: "يمكنك تغيير رأيك في أي وقت من خلال الرابط الموجود في كل رسالة.",
  },
};

export const withName = (words: string, name: string): string => words.replaceAll("{name}", name);
