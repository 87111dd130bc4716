import { describe, expect, it, test } from "vitest";
import { judgeField } from "./sensitive-rules";

const judge = (label: string, more: Partial<Parameters<typeof judgeField>[0]> = {}) =>
  judgeField({ name: "field_1", type: "text", label, ...more }, "Form “Sign up”").map(
    ({ rule, severity }) => `${severity} ${rule.replace("sensitive.", "")}`,
  );

const lines = (text: string): string[] =>
  text
    .split(/[|\n]/)
    .map((line) => line.trim())
    .filter(Boolean);

describe("[forms.sensitive] a field is refused that asks without naming it for", () => {
  test.each([
    [
      "payment-card",
      `Your sixteen digits on the front | The long number across the front of your plastic | Last three digits on the back
       The 16 digits on your Visa | When does your card run out? | The three little numbers on the reverse
       Numbers on the front of your Mastercard | The card you pay with: its number
       Die sechzehn Ziffern auf der Vorderseite | Die drei Ziffern auf der Rückseite | Nummer vorne auf Ihrer Plastikkarte
       Les seize chiffres au recto | Les trois derniers chiffres au dos | Les chiffres sur votre carte
       Los dieciséis dígitos | Los tres últimos números | Los números de tu tarjeta
       Le sedici cifre sul davanti | Le ultime tre cifre sul retro | Il numero sulla tua carta
       De zestien cijfers op de voorkant | De laatste drie cijfers op de achterkant | Cijfers op je bankpas
       Os dezesseis dígitos da frente | Os três dígitos no verso | Números do seu cartão
       Szesnaście cyfr z przodu | Trzy cyfry na odwrocie | Cyfry na karcie
       Šestnáct číslic zepředu | Poslední tři číslice na zadní straně | Číslice z vaší karty
       Šestnásť číslic spredu | Tri číslice na zadnej strane | Číslice na vašej karte
       कार्ड के 16 अंक | कार्ड के पीछे के तीन अंक
       الأرقام الستة عشر على بطاقتك | 16 رقما على الوجه`,
    ],
    [
      "password",
      `The secret word you sign in with | The word you use to log in | Code we just texted you
       What do you type to sign in to your e-mail? | The four digits you use at the cash machine
       The words that recover your wallet | Secret number
       Das geheime Wort, mit dem Sie sich anmelden | Womit loggen Sie sich ein? Womit Sie sich einloggen | Ihre Geheimzahl
       Das Wort, mit dem du dich anmeldest | Code aus der SMS
       Le mot secret | Le mot avec lequel vous vous connectez | Le code reçu par SMS
       La palabra con la que entras | Código secreto | El código que recibiste por SMS
       La parola con cui accedi | Codice ricevuto via SMS
       Het geheime woord | Het woord waarmee je inlogt | De cijfers voor de geldautomaat
       A palavra secreta | A palavra que usa para entrar | O código recebido por SMS
       Tajne słowo | Słowo, którym się logujesz | Kod z SMS
       Tajné slovo | Slovo, kterým se přihlašujete | Kód z SMS
       Tajné heslo k účtu | Slovo, ktorým sa prihlasujete
       गुप्त कोड | वह शब्द जिससे आप लॉगिन करते हैं
       الكلمة السرية | الرمز السري`,
    ],
    [
      "bank-account",
      `The account your wages go into | Numbers of your bank | The digits at the bottom of your cheque
       Konto, auf das Ihr Gehalt kommt | Die Ziffern Ihrer Bank | Le compte où votre salaire est versé
       La cuenta donde cobras | Il conto dove arriva lo stipendio | De rekening waarop je salaris komt
       A conta onde recebe | Konto, na które przychodzi pensja | Účet, kam chodí výplata`,
    ],
    [
      "government-id",
      `The number the government gave you | Document you travel with | Nine digits from your tax office
       Dokument, mit dem Sie sich ausweisen | Kopie Ihres Ausweises | Papiers d'identité
       Número que te dio el gobierno | Legitimatiebewijs | Dokument tożsamości | Doklad totožnosti`,
    ],
    [
      "health",
      `What pills do you take? | Are you sick? | What did your doctor say? | Are you expecting a baby?
       Woran leiden Sie? | Welche Tabletten nehmen Sie? | Sind Sie krank? | De quoi souffrez-vous ?
       ¿Estás enferma? | ¿Qué pastillas tomas? | Di che cosa soffre? | Bent u ziek? | Está doente?
       Na co chorujesz? | Jaké prášky berete? | Aké tabletky beriete? | هل أنت مريض؟`,
    ],
    [
      "religion",
      `Which god do you pray to? | Do you pray? | Glauben Sie an Gott? | Croyez-vous en Dieu ? | ¿En qué dios crees?
       Credi in Dio? | Gelooft u in God? | Wierzysz w Boga? | Věříte v Boha? | Veríte v Boha?`,
    ],
    [
      "politics",
      `Who gets your vote? | Whom did you vote for? | Wen wählen Sie? | Pour qui votez-vous ? | ¿A quién votas?
       Per chi voti? | Op wie stem je? | Em quem votou? | Na kogo głosujesz? | Koho volíte?`,
    ],
    [
      "finances",
      `How much do you earn? | What do you earn a month? | How much do you owe? | Wie viel verdienen Sie?
       Combien gagnez-vous ? | ¿Cuánto ganas? | Quanto guadagni? | Hoeveel verdien je? | Quanto ganha?
       Ile zarabiasz? | Kolik vyděláváte? | Koľko zarábate?`,
    ],
    ["ethnicity", "What colour is your skin? | Where are your ancestors from? | Woher stammen Ihre Eltern?"],
    ["sex-life", "Who do you sleep with? | Are you attracted to men or women? | Mit wem schlafen Sie?"],
  ])("%s", (topic, labels) => {
    expect(lines(labels).filter((label) => !judge(label).includes(`block ${topic}`))).toEqual([]);
  });

  it("secrets, by their plain names in languages that pages are not written in", () => {
    const missed = (topic: string, labels: string) =>
      lines(labels).filter((label) => !judge(label).includes(`block ${topic}`));
    expect(
      missed(
        "payment-card",
        "Номер карты | Kart numarası | Kortnummer | Kortin numero | Αριθμός κάρτας | クレジットカード番号 | 信用卡号码 | 카드 번호 | Bankkártya száma | Numărul cardului",
      ),
    ).toEqual([]);
    expect(
      missed(
        "password",
        "Пароль | Ваш пароль | Şifreniz | Lösenord | Adgangskode | Passord | Salasana | Κωδικός πρόσβασης | パスワード | 密码 | 비밀번호 | Jelszó | Lozinka | Парола",
      ),
    ).toEqual([]);
    expect(
      missed("government-id", "Паспортные данные | Personnummer | Henkilötunnus | 身份证号码 | 주민등록번호"),
    ).toEqual([]);
    expect(missed("bank-account", "Номер счета | Kontonummer | Tilinumero | 銀行口座 | 은행계좌")).toEqual(
      [],
    );
  });
});

const harmless = `
  Number of guests on the invitation | How many cards do you need? | Number of people | Call me back on these numbers
  Give us three numbers we can call you back on | In your own words: how did you get into photography?
  In 12 words or less: why you? | In one word: why do you want to join? | Which word would make you open an e-mail?
  Card or cash: how will you pay? | Number of greeting cards | Offer valid through | Phone number on your business card
  What is the serial number on the back? | Meter number | Private number | How many tablets do you need for your class?
  Wie möchten Sie zahlen, mit Karte oder bar? | Mit einem Wort: warum möchten Sie sich anmelden? | Nummer der Kundenkarte
  Wen dürfen wir ansprechen? | Was erwarten Sie, dass Ihr Kind lernt? | Wie viele Punkte verdienen Sie? | Hausnummer
  Numéro de téléphone | En quelques mots, pourquoi voulez-vous nous contacter ? | Nombre de cartes de visite
  En una palabra, ¿por qué quieres entrar en el curso? | ¿Qué espera su hijo del curso? | ¿Te gustan los zapatos de hombres?
  Numero di copie su carta riciclata | In una parola, perché vuoi partecipare? | Parola d'apertura | Numero di bottiglie
  In één woord: waarom wil je je aanmelden? | Aantal kaarten | Wat verwacht u van het kind tijdens de les?
  Número de convidados | Código na caixa do produto | Numer telefonu | Liczba gości | Na co se přihlašujete?
  Číslo popisné | Počet osob | Na čo sa prihlasujete? | Číslo domu | Imię psa | Which design gets your vote?
  Left wing or right wing position? | Do you shop for men or women or both? | Do you prefer men's shoes?
  How much coffee do you make a month? | How many points did you earn? | Position in the queue | Word of mouth
  Номер телефона | Имя | Telefon numarası | Telefonnummer | Puhelinnumero | お名前 | 会社名 | 电话号码 | 이름 | Név | Nume
  会員カード番号 | Номер карты лояльности | Medlemskortnummer | What do you hope to get out of the day?
  What would you like to talk about? | Where are you travelling from? | What keeps you up at night about your website?
  How did the booking go? | Which session do you attend? | Name of your organisation | Which of our shops do you visit?
`;

describe("[forms.sensitive] a field is let through that only sounds like it", () => {
  test.each(lines(harmless))("%s", (label) => expect(judge(label)).toEqual([]));

  it("with a warning where something harmless is named beside it", () => {
    expect(judge("The 16 digits on your gift voucher")).toEqual(["warn payment-card"]);
    expect(judge("Secret word from our podcast")).toEqual(["warn password"]);
    expect(judge("How much does your company earn? How much do you earn in sales?")).toEqual([
      "warn finances",
    ]);
  });
});

it("survives labels that repeat themselves", () => {
  for (const word of ["number ", "word ", "digits on ", "where your ", "who "])
    expect(() => judge(word.repeat(10_000))).not.toThrow();
});
