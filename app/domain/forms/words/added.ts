import type { PublicLanguage } from "~/lib/public-language";
import type { FormWords } from "../form-words";

export type AddedWords = Pick<
  FormWords,
  | "tooShort"
  | "inSteps"
  | "tooEarly"
  | "tooLate"
  | "fileKind"
  | "fileSize"
  | "fileCount"
  | "fileAgain"
  | "sentTooLarge"
  | "sentUnknownKind"
  | "faultTitle"
  | "downloadTitle"
  | "downloadLink"
  | "downloadMailed"
  | "downloadMail"
  | "downloadOver"
  | "goOn"
>;

/** Words about lengths, steps of numbers, days, files, bodies, downloads and the way on. {n} stands for a number, a day or a name. */
export const addedFormWords: Record<PublicLanguage, AddedWords> = {
  en: {
    tooShort: "Please use at least {n} characters.",
    inSteps: "Please enter a number in steps of {n}.",
    tooEarly: "Please choose {n} or later.",
    tooLate: "Please choose {n} or earlier.",
    fileKind: "This kind of file is not taken here. Please send one of: {n}.",
    fileSize: "This file is too large. It may have at most {n} MB.",
    fileCount: "Too many files. At most {n} can be sent here.",
    fileAgain: "Please choose your file again.",
    sentTooLarge:
      "What was sent is too large. It may have at most {n}. Nothing was stored. Please go back, shorten the text or choose smaller files, and send it again.",
    sentUnknownKind:
      "What was sent is not in a form that is understood here. Nothing was stored. Please send the form from its page.",
    faultTitle: "Something went wrong on our side",
    downloadTitle: "Your download",
    downloadLink: "Download {n}",
    downloadMailed: "We have sent the link to your e-mail address.",
    downloadMail: "Here is what you asked for: {n}. The link works for 14 days.",
    downloadOver: "This link is not valid any more.",
    goOn: "Continue",
  },
  de: {
    tooShort: "Bitte verwenden Sie mindestens {n} Zeichen.",
    inSteps: "Bitte geben Sie eine Zahl in Schritten von {n} ein.",
    tooEarly: "Bitte wählen Sie den {n} oder einen späteren Tag.",
    tooLate: "Bitte wählen Sie den {n} oder einen früheren Tag.",
    fileKind: "Diese Art von Datei wird hier nicht angenommen. Bitte senden Sie eine von diesen: {n}.",
    fileSize: "Diese Datei ist zu groß. Sie darf höchstens {n} MB haben.",
    fileCount: "Zu viele Dateien. Erlaubt: höchstens {n}.",
    fileAgain: "Bitte wählen Sie Ihre Datei noch einmal aus.",
    sentTooLarge:
      "Das Gesendete ist zu groß. Es darf höchstens {n} haben. Nichts wurde gespeichert. Bitte gehen Sie zurück, kürzen Sie den Text oder wählen Sie kleinere Dateien, und senden Sie es noch einmal.",
    sentUnknownKind:
      "Das Gesendete hat keine Form, die hier verstanden wird. Nichts wurde gespeichert. Bitte senden Sie das Formular von seiner Seite aus.",
    faultTitle: "Bei uns ist etwas schiefgegangen",
    downloadTitle: "Ihr Download",
    downloadLink: "{n} herunterladen",
    downloadMailed: "Wir haben den Link an Ihre E-Mail-Adresse geschickt.",
    downloadMail: "Hier ist, worum Sie gebeten haben: {n}. Der Link gilt 14 Tage.",
    downloadOver: "Dieser Link gilt nicht mehr.",
    goOn: "Weiter",
  },
  nl: {
    tooShort: "Gebruik ten minste {n} tekens.",
    inSteps: "Vul een getal in stappen van {n} in.",
    tooEarly: "Kies {n} of later.",
    tooLate: "Kies {n} of eerder.",
    fileKind: "Dit soort bestand wordt hier niet aangenomen. Stuur een van deze: {n}.",
    fileSize: "Dit bestand is te groot. Het mag ten hoogste {n} MB zijn.",
    fileCount: "Te veel bestanden. Toegestaan: ten hoogste {n}.",
    fileAgain: "Kies uw bestand opnieuw.",
    sentTooLarge:
      "Wat is verzonden, is te groot. Het mag ten hoogste {n} zijn. Er is niets opgeslagen. Ga terug, maak de tekst korter of kies kleinere bestanden, en verstuur het opnieuw.",
    sentUnknownKind:
      "Wat is verzonden, heeft geen vorm die hier wordt begrepen. Er is niets opgeslagen. Verstuur het formulier vanaf zijn pagina.",
    faultTitle: "Er ging bij ons iets mis",
    downloadTitle: "Uw download",
    downloadLink: "{n} downloaden",
    downloadMailed: "We hebben de link naar uw e-mailadres gestuurd.",
    downloadMail: "Hier is waar u om vroeg: {n}. De link werkt 14 dagen.",
    downloadOver: "Deze link is niet meer geldig.",
    goOn: "Verder",
  },
  fr: {
    tooShort: "Veuillez utiliser au moins {n} caractères.",
    inSteps: "Veuillez saisir un nombre par pas de {n}.",
    tooEarly: "Veuillez choisir le {n} ou une date ultérieure.",
    tooLate: "Veuillez choisir le {n} ou une date antérieure.",
    fileKind: "Ce type de fichier n’est pas accepté ici. Envoyez l’un de ceux-ci : {n}.",
    fileSize: "Ce fichier est trop volumineux. Il peut avoir au plus {n} Mo.",
    fileCount: "Trop de fichiers. Maximum : {n}.",
    fileAgain: "Veuillez choisir à nouveau votre fichier.",
    sentTooLarge:
      "L’envoi est trop volumineux. Il peut avoir au plus {n}. Rien n’a été enregistré. Revenez en arrière, raccourcissez le texte ou choisissez des fichiers plus petits, puis renvoyez-le.",
    sentUnknownKind:
      "L’envoi n’a pas une forme comprise ici. Rien n’a été enregistré. Envoyez le formulaire depuis sa page.",
    faultTitle: "Quelque chose s’est mal passé de notre côté",
    downloadTitle: "Votre téléchargement",
    downloadLink: "Télécharger {n}",
    downloadMailed: "Nous avons envoyé le lien à votre adresse e-mail.",
    downloadMail: "Voici ce que vous avez demandé : {n}. Le lien est valable 14 jours.",
    downloadOver: "Ce lien n’est plus valable.",
    goOn: "Continuer",
  },
  es: {
    tooShort: "Use al menos {n} caracteres.",
    inSteps: "Escriba un número en pasos de {n}.",
    tooEarly: "Elija el {n} o una fecha posterior.",
    tooLate: "Elija el {n} o una fecha anterior.",
    fileKind: "Aquí no se admite este tipo de archivo. Envíe uno de estos: {n}.",
    fileSize: "Este archivo es demasiado grande. Puede tener como máximo {n} MB.",
    fileCount: "Demasiados archivos. Máximo: {n}.",
    fileAgain: "Vuelva a elegir su archivo.",
    sentTooLarge:
      "Lo enviado es demasiado grande. Puede tener como máximo {n}. No se ha guardado nada. Vuelva atrás, acorte el texto o elija archivos más pequeños y envíelo de nuevo.",
    sentUnknownKind:
      "Lo enviado no tiene una forma que aquí se entienda. No se ha guardado nada. Envíe el formulario desde su página.",
    faultTitle: "Algo ha fallado por nuestra parte",
    downloadTitle: "Su descarga",
    downloadLink: "Descargar {n}",
    downloadMailed: "Hemos enviado el enlace a su dirección de correo.",
    downloadMail: "Aquí tiene lo que pidió: {n}. El enlace funciona durante 14 días.",
    downloadOver: "Este enlace ya no es válido.",
    goOn: "Continuar",
  },
  it: {
    tooShort: "Usi almeno {n} caratteri.",
    inSteps: "Inserisca un numero a passi di {n}.",
    tooEarly: "Scelga il {n} o una data successiva.",
    tooLate: "Scelga il {n} o una data precedente.",
    fileKind: "Questo tipo di file non è accettato qui. Ne invii uno di questi: {n}.",
    fileSize: "Questo file è troppo grande. Può avere al massimo {n} MB.",
    fileCount: "Troppi file. Massimo: {n}.",
    fileAgain: "Scelga di nuovo il file.",
    sentTooLarge:
      "L’invio è troppo grande. Può avere al massimo {n}. Non è stato salvato nulla. Torni indietro, accorci il testo o scelga file più piccoli e lo invii di nuovo.",
    sentUnknownKind:
      "L’invio non ha una forma comprensibile qui. Non è stato salvato nulla. Invii il modulo dalla sua pagina.",
    faultTitle: "Qualcosa è andato storto da parte nostra",
    downloadTitle: "Il suo download",
    downloadLink: "Scarica {n}",
    downloadMailed: "Abbiamo inviato il link al suo indirizzo e-mail.",
    downloadMail: "Ecco ciò che ha chiesto: {n}. Il link vale 14 giorni.",
    downloadOver: "Questo link non è più valido.",
    goOn: "Continua",
  },
  pt: {
    tooShort: "Use pelo menos {n} caracteres.",
    inSteps: "Introduza um número em passos de {n}.",
    tooEarly: "Escolha {n} ou uma data posterior.",
    tooLate: "Escolha {n} ou uma data anterior.",
    fileKind: "Este tipo de ficheiro não é aceite aqui. Envie um destes: {n}.",
    fileSize: "Este ficheiro é demasiado grande. Pode ter no máximo {n} MB.",
    fileCount: "Demasiados ficheiros. Máximo: {n}.",
    fileAgain: "Escolha de novo o seu ficheiro.",
    sentTooLarge:
      "O que foi enviado é demasiado grande. Pode ter no máximo {n}. Nada foi guardado. Volte atrás, encurte o texto ou escolha ficheiros mais pequenos e envie de novo.",
    sentUnknownKind:
      "O que foi enviado não tem uma forma que aqui se entenda. Nada foi guardado. Envie o formulário a partir da sua página.",
    faultTitle: "Algo correu mal do nosso lado",
    downloadTitle: "O seu download",
    downloadLink: "Descarregar {n}",
    downloadMailed: "Enviámos a ligação para o seu endereço de e-mail.",
    downloadMail: "Aqui está o que pediu: {n}. A ligação funciona durante 14 dias.",
    downloadOver: "Esta ligação já não é válida.",
    goOn: "Continuar",
  },
  pl: {
    tooShort: "Za krótkie. Liczba znaków: co najmniej {n}.",
    inSteps: "Proszę podać liczbę co {n}.",
    tooEarly: "Proszę wybrać {n} lub późniejszą datę.",
    tooLate: "Proszę wybrać {n} lub wcześniejszą datę.",
    fileKind: "Tego rodzaju plik nie jest tu przyjmowany. Proszę wysłać jeden z tych: {n}.",
    fileSize: "Ten plik jest za duży. Może mieć najwyżej {n} MB.",
    fileCount: "Za dużo plików. Dozwolone: najwyżej {n}.",
    fileAgain: "Proszę wybrać plik ponownie.",
    sentTooLarge:
      "To, co wysłano, jest za duże. Może mieć najwyżej {n}. Nic nie zapisano. Proszę wrócić, skrócić tekst lub wybrać mniejsze pliki i wysłać ponownie.",
    sentUnknownKind:
      "To, co wysłano, nie ma postaci, która jest tu rozumiana. Nic nie zapisano. Proszę wysłać formularz z jego strony.",
    faultTitle: "Coś poszło nie tak po naszej stronie",
    downloadTitle: "Twój plik",
    downloadLink: "Pobierz {n}",
    downloadMailed: "Wysłaliśmy link na podany adres e-mail.",
    downloadMail: "Oto, o co prosiłeś: {n}. Link działa przez 14 dni.",
    downloadOver: "Ten link już nie działa.",
    goOn: "Dalej",
  },
  cs: {
    tooShort: "Příliš krátké. Počet znaků: alespoň {n}.",
    inSteps: "Zadejte číslo po krocích {n}.",
    tooEarly: "Zvolte {n} nebo pozdější den.",
    tooLate: "Zvolte {n} nebo dřívější den.",
    fileKind: "Tento druh souboru se zde nepřijímá. Pošlete jeden z těchto: {n}.",
    fileSize: "Tento soubor je příliš velký. Smí mít nejvýše {n} MB.",
    fileCount: "Příliš mnoho souborů. Povoleno: nejvýše {n}.",
    fileAgain: "Vyberte soubor prosím znovu.",
    sentTooLarge:
      "Odeslaná data jsou příliš velká. Smějí mít nejvýše {n}. Nic nebylo uloženo. Vraťte se prosím, zkraťte text nebo zvolte menší soubory a odešlete formulář znovu.",
    sentUnknownKind:
      "Odeslaná data nemají podobu, které zde rozumíme. Nic nebylo uloženo. Odešlete prosím formulář z jeho stránky.",
    faultTitle: "Na naší straně se něco pokazilo",
    downloadTitle: "Váš soubor ke stažení",
    downloadLink: "Stáhnout {n}",
    downloadMailed: "Odkaz jsme poslali na vaši e-mailovou adresu.",
    downloadMail: "Zde je, o co jste požádali: {n}. Odkaz platí 14 dní.",
    downloadOver: "Tento odkaz už neplatí.",
    goOn: "Pokračovat",
  },
  sk: {
    tooShort: "Príliš krátke. Počet znakov: aspoň {n}.",
    inSteps: "Zadajte číslo po krokoch {n}.",
    tooEarly: "Zvoľte {n} alebo neskorší deň.",
    tooLate: "Zvoľte {n} alebo skorší deň.",
    fileKind: "Tento druh súboru sa tu neprijíma. Pošlite jeden z týchto: {n}.",
    fileSize: "Tento súbor je príliš veľký. Smie mať najviac {n} MB.",
    fileCount: "Príliš veľa súborov. Povolené: najviac {n}.",
    fileAgain: "Vyberte prosím súbor znova.",
    sentTooLarge:
      "Odoslané údaje sú príliš veľké. Smú mať najviac {n}. Nič nebolo uložené. Vráťte sa, prosím, skráťte text alebo zvoľte menšie súbory a odošlite formulár znova.",
    sentUnknownKind:
      "Odoslané údaje nemajú podobu, ktorej tu rozumieme. Nič nebolo uložené. Odošlite, prosím, formulár z jeho stránky.",
    faultTitle: "Na našej strane sa niečo pokazilo",
    downloadTitle: "Váš súbor na stiahnutie",
    downloadLink: "Stiahnuť {n}",
    downloadMailed: "Odkaz sme poslali na vašu e-mailovú adresu.",
    downloadMail: "Tu je, o čo ste požiadali: {n}. Odkaz platí 14 dní.",
    downloadOver: "Tento odkaz už neplatí.",
    goOn: "Pokračovať",
  },
  hi: {
    tooShort: "कृपया कम से कम {n} अक्षर लिखें।",
    inSteps: "कृपया {n} के अंतर वाली संख्या लिखें।",
    tooEarly: "कृपया {n} या उसके बाद का दिन चुनें।",
    tooLate: "कृपया {n} या उससे पहले का दिन चुनें।",
    fileKind: "इस प्रकार की फ़ाइल यहाँ नहीं ली जाती। कृपया इनमें से एक भेजें: {n}।",
    fileSize: "यह फ़ाइल बहुत बड़ी है। यह अधिकतम {n} MB की हो सकती है।",
    fileCount: "फ़ाइलें बहुत अधिक हैं। सीमा: {n}।",
    fileAgain: "कृपया अपनी फ़ाइल फिर से चुनें।",
    sentTooLarge:
      "भेजी गई सामग्री बहुत बड़ी है। यह अधिकतम {n} की हो सकती है। कुछ भी सहेजा नहीं गया। कृपया वापस जाकर पाठ छोटा करें या छोटी फ़ाइलें चुनें, फिर दोबारा भेजें।",
    sentUnknownKind:
      "भेजी गई सामग्री ऐसे रूप में नहीं है जिसे यहाँ समझा जाता है। कुछ भी सहेजा नहीं गया। कृपया फ़ॉर्म उसके पेज से भेजें।",
    faultTitle: "हमारी ओर से कुछ गड़बड़ हुई",
    downloadTitle: "आपका डाउनलोड",
    downloadLink: "{n} डाउनलोड करें",
    downloadMailed: "हमने लिंक आपके ई-मेल पते पर भेज दिया है।",
    downloadMail: "आपने जो माँगा था वह यहाँ है: {n}। लिंक 14 दिन तक काम करता है।",
    downloadOver: "यह लिंक अब मान्य नहीं है।",
    goOn: "आगे बढ़ें",
  },
  ar: {
    tooShort: "النص قصير جدًا. الحد الأدنى لعدد الأحرف: {n}.",
    inSteps: "يرجى إدخال رقم بخطوات قدرها {n}.",
    tooEarly: "يرجى اختيار {n} أو تاريخ لاحق.",
    tooLate: "يرجى اختيار {n} أو تاريخ أسبق.",
    fileKind: "هذا النوع من الملفات غير مقبول هنا. يرجى إرسال أحد الأنواع التالية: {n}.",
    fileSize: "هذا الملف كبير جدًا. الحد الأقصى {n} ميغابايت.",
    fileCount: "عدد الملفات كبير جدًا. الحد الأقصى: {n}.",
    fileAgain: "يرجى اختيار ملفك مرة أخرى.",
    sentTooLarge:
      "ما أُرسل كبير جدًا. الحد الأقصى {n}. لم يُحفظ أي شيء. يرجى الرجوع واختصار النص أو اختيار ملفات أصغر ثم الإرسال من جديد.",
    sentUnknownKind: "ما أُرسل ليس بصيغة مفهومة هنا. لم يُحفظ أي شيء. يرجى إرسال النموذج من صفحته.",
    faultTitle: "حدث خطأ من جانبنا",
    downloadTitle: "ملفك للتنزيل",
    downloadLink: "تنزيل {n}",
    downloadMailed: "أرسلنا الرابط إلى عنوان بريدك الإلكتروني.",
    downloadMail: "إليك ما طلبته: {n}. الرابط صالح لمدة 14 يومًا.",
    downloadOver: "هذا الرابط لم يعد صالحًا.",
    goOn: "متابعة",
  },
};
