import type { PublicLanguage } from "~/lib/public-language";

interface PreviewWords {
  /** Above the page that is shown. */
  hint: string;
  title: string;
  locked: string;
  password: string;
  show: string;
  wrong: string;
  tooMany: string;
  overTitle: string;
  over: string;
}

export const previewWords: Record<PublicLanguage, PreviewWords> = {
  en: {
    hint: "Preview: this is not the public page, and its forms send nothing.",
    title: "Preview",
    locked: "Whoever sent you this link has protected it with a password.",
    password: "Password",
    show: "Show the preview",
    wrong: "This is not the password. Check it and try again.",
    tooMany: "There were too many tries. Please try again in a quarter of an hour.",
    overTitle: "This preview has ended",
    over: "The link has run out or was taken back. Ask whoever sent it for a new one.",
  },
  de: {
    hint: "Vorschau: Dies ist nicht die öffentliche Seite, und ihre Formulare senden nichts.",
    title: "Vorschau",
    locked: "Wer Ihnen diesen Link geschickt hat, hat ihn mit einem Passwort geschützt.",
    password: "Passwort",
    show: "Vorschau zeigen",
    wrong: "Das ist nicht das Passwort. Prüfen Sie es und versuchen Sie es noch einmal.",
    tooMany: "Das waren zu viele Versuche. Bitte versuchen Sie es in einer Viertelstunde wieder.",
    overTitle: "Diese Vorschau ist beendet",
    over: "Der Link ist abgelaufen oder wurde zurückgenommen. Bitten Sie den Absender um einen neuen.",
  },
  fr: {
    hint: "Aperçu : ceci n’est pas la page publique, et ses formulaires n’envoient rien.",
    title: "Aperçu",
    locked: "La personne qui vous a envoyé ce lien l’a protégé par un mot de passe.",
    password: "Mot de passe",
    show: "Afficher l’aperçu",
    wrong: "Ce n’est pas le mot de passe. Vérifiez-le et réessayez.",
    tooMany: "Il y a eu trop d’essais. Veuillez réessayer dans un quart d’heure.",
    overTitle: "Cet aperçu est terminé",
    over: "Le lien a expiré ou a été retiré. Demandez-en un nouveau à la personne qui l’a envoyé.",
  },
  es: {
    hint: "Vista previa: esta no es la página pública y sus formularios no envían nada.",
    title: "Vista previa",
    locked: "Quien le envió este enlace lo ha protegido con una contraseña.",
    password: "Contraseña",
    show: "Mostrar la vista previa",
    wrong: "Esta no es la contraseña. Revísela e inténtelo de nuevo.",
    tooMany: "Ha habido demasiados intentos. Inténtelo de nuevo dentro de un cuarto de hora.",
    overTitle: "Esta vista previa ha terminado",
    over: "El enlace ha caducado o se ha retirado. Pida uno nuevo a quien se lo envió.",
  },
  it: {
    hint: "Anteprima: questa non è la pagina pubblica e i suoi moduli non inviano nulla.",
    title: "Anteprima",
    locked: "Chi le ha inviato questo link lo ha protetto con una password.",
    password: "Password",
    show: "Mostra l’anteprima",
    wrong: "Questa non è la password. La controlli e riprovi.",
    tooMany: "Ci sono stati troppi tentativi. Riprovi fra un quarto d’ora.",
    overTitle: "Questa anteprima è terminata",
    over: "Il link è scaduto o è stato ritirato. Ne chieda uno nuovo a chi l’ha inviato.",
  },
  nl: {
    hint: "Voorbeeld: dit is niet de openbare pagina en de formulieren versturen niets.",
    title: "Voorbeeld",
    locked: "Wie u deze link heeft gestuurd, heeft hem met een wachtwoord beveiligd.",
    password: "Wachtwoord",
    show: "Voorbeeld tonen",
    wrong: "Dit is niet het wachtwoord. Controleer het en probeer het opnieuw.",
    tooMany: "Er waren te veel pogingen. Probeer het over een kwartier opnieuw.",
    overTitle: "Dit voorbeeld is beëindigd",
    over: "De link is verlopen of ingetrokken. Vraag de afzender om een nieuwe.",
  },
  pt: {
    hint: "Pré-visualização: esta não é a página pública e os seus formulários não enviam nada.",
    title: "Pré-visualização",
    locked: "Quem lhe enviou esta ligação protegeu-a com uma palavra-passe.",
    password: "Palavra-passe",
    show: "Mostrar a pré-visualização",
    wrong: "Esta não é a palavra-passe. Verifique-a e tente novamente.",
    tooMany: "Houve demasiadas tentativas. Tente novamente dentro de um quarto de hora.",
    overTitle: "Esta pré-visualização terminou",
    over: "A ligação expirou ou foi retirada. Peça uma nova a quem a enviou.",
  },
  pl: {
    hint: "Podgląd: to nie jest strona publiczna, a jej formularze niczego nie wysyłają.",
    title: "Podgląd",
    locked: "Osoba, która wysłała ten link, zabezpieczyła go hasłem.",
    password: "Hasło",
    show: "Pokaż podgląd",
    wrong: "To nie jest to hasło. Sprawdź je i spróbuj ponownie.",
    tooMany: "Było zbyt wiele prób. Spróbuj ponownie za kwadrans.",
    overTitle: "Ten podgląd się zakończył",
    over: "Link wygasł lub został wycofany. Poproś nadawcę o nowy.",
  },
  cs: {
    hint: "Náhled: toto není veřejná stránka a její formuláře nic neodesílají.",
    title: "Náhled",
    locked: "Kdo vám tento odkaz poslal, chránil ho heslem.",
    password: "Heslo",
    show: "Zobrazit náhled",
    wrong: "Toto není správné heslo. Zkontrolujte ho a zkuste to znovu.",
    tooMany: "Pokusů bylo příliš mnoho. Zkuste to prosím za čtvrt hodiny.",
    overTitle: "Tento náhled skončil",
    over: "Platnost odkazu vypršela nebo byl zrušen. Požádejte odesílatele o nový.",
  },
  sk: {
    hint: "Náhľad: toto nie je verejná stránka a jej formuláre nič neodosielajú.",
    title: "Náhľad",
    locked: "Kto vám tento odkaz poslal, chránil ho heslom.",
    password: "Heslo",
    show: "Zobraziť náhľad",
    wrong: "Toto nie je správne heslo. Skontrolujte ho a skúste to znova.",
    tooMany: "Pokusov bolo príliš veľa. Skúste to, prosím, o štvrťhodinu.",
    overTitle: "Tento náhľad sa skončil",
    over: "Platnosť odkazu vypršala alebo bol zrušený. Požiadajte odosielateľa o nový.",
  },
  hi: {
    hint: "पूर्वावलोकन: यह सार्वजनिक पेज नहीं है, और इसके फ़ॉर्म कुछ नहीं भेजते।",
    title: "पूर्वावलोकन",
    locked: "जिसने आपको यह लिंक भेजा है, उसने इसे पासवर्ड से सुरक्षित किया है।",
    password: "पासवर्ड",
    show: "पूर्वावलोकन दिखाएँ",
    wrong: "यह पासवर्ड सही नहीं है। जाँचें और फिर कोशिश करें।",
    tooMany: "बहुत अधिक प्रयास हुए। कृपया पंद्रह मिनट बाद फिर कोशिश करें।",
    overTitle: "यह पूर्वावलोकन समाप्त हो गया",
    over: "लिंक की अवधि समाप्त हो गई या उसे वापस ले लिया गया। भेजने वाले से नया लिंक माँगें।",
  },
  ar: {
    hint: "معاينة: هذه ليست الصفحة العامة، ونماذجها لا ترسل شيئًا.",
    title: "معاينة",
    locked: "من أرسل إليك هذا الرابط حماه بكلمة مرور.",
    password: "كلمة المرور",
    show: "عرض المعاينة",
    wrong: "هذه ليست كلمة المرور. تحقق منها وحاول مرة أخرى.",
    tooMany: "كانت المحاولات كثيرة جدًا. يرجى المحاولة بعد ربع ساعة.",
    overTitle: "انتهت هذه المعاينة",
    over: "انتهت صلاحية الرابط أو سُحب. اطلب رابطًا جديدًا ممن أرسله.",
  },
};
