import { comparable, type Language } from "./match-terms";

/** Words that say of a field that something belongs in it, and not what. A label of nothing else names nothing. */
const emptyWords: Record<Language, string> = {
  en: "a an the your my our this that it is in of to for and or here below above please enter type write fill give tell us me answer answers reply response detail details info information data number numbers no nr code codes value values text input entry field box line item question questions required optional continue first second third next last one two three four choose select pick",
  de: "der die das dein deine ihr ihre ihren ein eine einen hier unten bitte eingeben eintragen schreiben antwort antworten angabe angaben detail details daten information informationen nummer nr zahl wert text eingabe feld zeile frage fragen pflichtfeld optional und oder erste zweite dritte wahlen auswahlen auswahl",
  fr: "le la les un une votre vos ton ta ici ci dessous veuillez saisir saisissez entrer entrez ecrire repondre reponse reponses detail details donnee donnees information informations infos numero code valeur texte champ ligne question questions obligatoire facultatif et ou premier deuxieme choisir choisissez",
  es: "el la los las un una su sus tu tus aqui abajo por favor introduzca introduce escriba escribe indique respuesta respuestas detalle detalles dato datos informacion numero codigo valor texto campo linea pregunta preguntas obligatorio opcional y o primera segunda elija seleccione",
  it: "il lo la i le un una il tuo tua suo sua qui sotto per favore inserisci inserire scrivi scrivere risposta risposte dettaglio dettagli dato dati informazione informazioni numero codice valore testo campo riga domanda domande obbligatorio facoltativo e o primo secondo scegli seleziona",
  nl: "de het een je jouw uw hier hieronder vul in typ schrijf antwoord antwoorden detail details gegeven gegevens informatie info nummer code waarde tekst veld regel vraag vragen verplicht optioneel en of eerste tweede kies",
  pt: "o a os as um uma seu sua seus suas aqui abaixo por favor insira introduza escreva resposta respostas detalhe detalhes dado dados informacao informacoes numero codigo valor texto campo linha pergunta perguntas obrigatorio opcional e ou primeira segunda escolha selecione",
  pl: "twoj twoja twoje tu tutaj ponizej prosze podaj wpisz napisz odpowiedz odpowiedzi szczegoly dane informacja informacje numer nr kod wartosc tekst pole linia pytanie pytania wymagane opcjonalne i lub pierwsza druga wybierz",
  cs: "vas vase tvoje zde nize prosim zadejte vyplnte napiste odpoved odpovedi podrobnosti udaj udaje informace cislo kod hodnota text pole radek otazka otazky povinne nepovinne a nebo prvni druha vyberte",
  sk: "vas vase tvoje tu nizsie prosim zadajte vyplnte napiste odpoved odpovede podrobnosti udaj udaje informacie cislo kod hodnota text pole riadok otazka otazky povinne nepovinne a alebo prva druha vyberte",
  hi: "आपका आपकी अपना अपनी यहाँ यहां नीचे कृपया लिखें भरें दें उत्तर जवाब विवरण जानकारी डेटा संख्या नंबर कोड मान पाठ प्रश्न अनिवार्य वैकल्पिक और या चुनें",
  ar: "هنا أدناه يرجى الرجاء اكتب أدخل الإجابة إجابة جواب الجواب تفاصيل التفاصيل بيانات البيانات معلومات المعلومات رقم الرقم رمز الرمز قيمة القيمة نص النص حقل الحقل سؤال السؤال إلزامي اختياري و أو اختر",
};

const empty = new Set(Object.values(emptyWords).flatMap((words) => comparable(words).split(" ")));

/** Whether a label, or what stands for one, leaves it to the words beside it to say what is asked. */
export const isVagueLabel = (label: string): boolean =>
  comparable(label)
    .split(" ")
    .every((word) => empty.has(word) || /^(?:\p{N}+|[a-z])?$/u.test(word));

const before = "(?<![^ ])";
const rest = "[^ ]*";
const upTo = (count: number): string => `(?:[^ ]+ ){0,${count}}`;
const oneOf = (words: string): string => `(?:${words.replaceAll("*", rest).replaceAll(" ", "|")})(?![^ ])`;

/** Ways to say that something is not to be given, as `comparable` writes them. */
const refusals = new RegExp(
  [
    `(?:do not|don t|never|not|won t|no need to) ${upTo(2)}${oneOf("ask enter write send share give put type tell include provide submit post need want store collect require mention add upload leave")}`,
    `${oneOf("geben gib schreiben schreib senden sende schicken schick teilen teile nennen nenne tragen trag fragen brauchen speichern benotigen hinterlassen")} ${upTo(3)}${oneOf("kein* nie niemals nicht")}`,
    `(?:ne|n) [^ ]+ ${upTo(2)}${oneOf("jamais pas aucun aucune")}`,
    `(?:no|nunca|jamas) ${upTo(1)}${oneOf("escrib* introdu* envi* compart* indique* ponga* pedi* facilit* incluy* necesit*")}`,
    `(?:non|mai) ${upTo(1)}${oneOf("scriv* inser* invi* indic* comunic* chied* condivid* fornire mett*")}`,
    `${oneOf("vul schrijf geef stuur noteer deel vragen bewaren")} ${upTo(3)}${oneOf("geen nooit niet")}`,
    `(?:nao|nunca|jamais) ${upTo(1)}${oneOf("escrev* insir* envi* partilh* compartilh* indiqu* coloqu* pedi* forne* inclu*")}`,
    `(?:nie|nigdy) ${upTo(1)}${oneOf("podawa* podaj* pisz* wpis* wysyl* udost* prosi* umieszcz*")}`,
    oneOf("nepis* nezadav* neposil* neposiel* neuvad* nesdel* nevklad* nepozad* nechceme nepotreb*"),
    oneOf("मत नहीं न"),
    `(?:لا|لن) ${upTo(1)}${oneOf("تكتب* ترسل* تدخل* تشارك* نطلب* تضع*")}`,
  ]
    .map((pattern) => before + pattern)
    .join("|"),
  "u",
);

/** Words without the sentences that say what is not to be given. */
export const withoutRefusals = (words: string): string =>
  words
    .split(/(?<=[.!?;।؟])\s+/u)
    .filter((sentence) => !refusals.test(comparable(sentence)))
    .join(" ");

/** Words that tell a visitor to give what follows, or in some languages what stands before. */
const tellsWhatFollows = oneOf(
  "enter type write give provide submit insert share geben gib nennen schreiben saisissez indiquez entrez donnez ecrivez introduzca introduce escriba indique facilite inserisci inserite scrivi indica fornisci vul geef schrijf insira introduza escreva indique informe podaj wpisz napisz zadejte vyplnte uvedte napiste zadajte vyplnte uvedte اكتب أدخل",
);
const tellsWhatWasSaid = oneOf("eingeben angeben eintragen nennen invullen opgeven लिखें भरें दें बताएं");
const asksOutright = new RegExp(
  `${before}${tellsWhatFollows} ((?:[^ ]+ ?){1,5})|${before}((?:[^ ]+ ){1,4})${tellsWhatWasSaid}`,
  "gu",
);

/** What the words tell the visitor to give in so many words: then no label makes it something else. */
export const askedOutright = (words: string): string =>
  words
    .split(/(?<=[.!?;।؟])\s+/u)
    .filter((sentence) => !refusals.test(comparable(sentence)))
    .flatMap((sentence) => [...comparable(sentence).matchAll(asksOutright)])
    .map(([, after = "", earlier = ""]) => after || earlier)
    .join("\n");
