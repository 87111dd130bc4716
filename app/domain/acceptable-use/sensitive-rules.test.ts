import { describe, expect, it, test } from "vitest";
import { type JudgedField, judgeField } from "./sensitive-rules";

const judge = (field: Partial<JudgedField>) =>
  judgeField({ name: "field_1", type: "text", ...field }, "Form “Sign up”").map(
    ({ rule, severity }) => `${severity} ${rule.replace("sensitive.", "")}`,
  );

describe("[forms.sensitive] a field is refused when it asks for", () => {
  test.each([
    [
      "payment-card",
      "Card number",
      "Kreditkartennummer",
      "Numéro de carte bancaire",
      "Número de tarjeta",
      "Numero della carta",
    ],
    [
      "payment-card",
      "Kaartnummer",
      "Número do cartão",
      "Numer karty",
      "Číslo karty",
      "Číslo platobnej karty",
      "CVV",
      "CVC2",
    ],
    ["payment-card", "क्रेडिट कार्ड नंबर", "رقم بطاقة الائتمان", "16-digit number", "Name on card"],
    [
      "bank-account",
      "IBAN",
      "Kontonummer",
      "Ihre Bankverbindung",
      "Coordonnées bancaires",
      "Cuenta bancaria",
      "Sort code",
    ],
    [
      "bank-account",
      "Conto corrente",
      "Rekeningnummer",
      "Dados bancários",
      "Numer konta",
      "Číslo účtu",
      "बैंक खाता",
    ],
    [
      "password",
      "Password",
      "Ihr Passwort",
      "Mot de passe",
      "Contraseña",
      "Wachtwoord",
      "Senha",
      "Hasło",
      "Heslo",
      "पासवर्ड",
    ],
    ["password", "كلمة المرور", "Mother's maiden name", "Wallet recovery phrase", "Domanda segreta"],
    [
      "government-id",
      "Passport number",
      "Social Security Number",
      "SSN",
      "Personalausweisnummer",
      "Steuer-ID",
      "DNI",
    ],
    [
      "government-id",
      "Numéro de sécurité sociale",
      "Codice fiscale",
      "BSN",
      "CPF",
      "PESEL",
      "Rodné číslo",
      "आधार नंबर",
    ],
    ["government-id", "Driver's license number", "Cartão de cidadão", "Občiansky preukaz", "رقم الهوية"],
    [
      "health",
      "Do you have any medical conditions?",
      "Welche Vorerkrankungen haben Sie?",
      "État de santé",
      "Enfermedades",
    ],
    [
      "health",
      "Malattie",
      "Medicijnen",
      "Doenças",
      "Przyjmowane leki",
      "Zdravotní stav",
      "Zdravotné problémy",
      "बीमारी",
    ],
    ["health", "Blood type", "Are you pregnant?", "Disability", "Mental health history"],
    [
      "ethnicity",
      "Ethnicity",
      "Race",
      "Ethnische Herkunft",
      "Origine ethnique",
      "Origen étnico",
      "Etnia",
      "Etniciteit",
    ],
    ["ethnicity", "Raça/cor", "Pochodzenie etniczne", "Etnický původ", "Skin colour", "जाति"],
    [
      "politics",
      "Political affiliation",
      "Politische Einstellung",
      "Opinions politiques",
      "Ideología política",
    ],
    ["politics", "Orientamento politico", "Politieke voorkeur", "Poglądy polityczne", "Politické názory"],
    [
      "religion",
      "Religion",
      "Konfession",
      "Croyances",
      "Religión",
      "Godsdienst",
      "Wyznanie",
      "Náboženství",
      "धर्म",
      "الديانة",
    ],
    [
      "union",
      "Trade union membership",
      "Gewerkschaftszugehörigkeit",
      "Syndicat",
      "Afiliación sindical",
      "Vakbond",
    ],
    ["genetics", "DNA sample ID", "Genetische Erkrankung", "Données génétiques", "Badania genetyczne"],
    ["biometrics", "Fingerprint", "Fingerabdruck", "Empreinte digitale", "Huella dactilar", "Odcisk palca"],
    [
      "sex-life",
      "Sexual orientation",
      "Sexuelle Orientierung",
      "Vie sexuelle",
      "Orientación sexual",
      "Orientacja seksualna",
    ],
    [
      "finances",
      "Annual income",
      "Haushaltseinkommen",
      "Revenus du foyer",
      "Credit score",
      "Ingresos",
      "Dochód miesięczny",
    ],
    [
      "employment",
      "Current salary",
      "Gehaltsvorstellung",
      "Salaire actuel",
      "Salario",
      "Payslip",
      "Wynagrodzenie",
    ],
  ])("%s", (topic, ...labels) => {
    const missed = labels.filter((label) => !judge({ label }).includes(`block ${topic}`));
    expect(missed).toEqual([]);
  });

  test.each([
    [{ name: "cardNumber" }, "block payment-card"],
    [{ name: "cc_number" }, "block payment-card"],
    [{ name: "ccnumber" }, "block payment-card"],
    [{ name: "x", label: "Number", autocomplete: "section-a billing cc-number" }, "block payment-card"],
    [{ name: "x", label: "Code", autocomplete: "one-time-code" }, "block password"],
    [{ name: "x", label: "Type it", type: "password" as const }, "block password"],
    [{ name: "userPassword", label: "Type it" }, "block password"],
    [{ name: "x", label: "Tell us", placeholder: "e.g. your IBAN" }, "block bank-account"],
    [{ name: "socialSecurityNumber" }, "block government-id"],
  ])("what its name, placeholder or kind tells: %j", (field, expected) => {
    expect(judge(field)).toContain(expected);
  });

  const choices = (...labels: string[]) => labels.map((label) => ({ value: label.toLowerCase(), label }));

  it("what its choices tell", () => {
    const about = { label: "About you", type: "select" as const };
    expect(judge({ ...about, options: choices("Christian", "Muslim", "Jewish", "Other") })).toEqual([
      "block religion",
    ]);
    expect(judge({ ...about, options: choices("Heterosexual", "Gay", "Lesbian") })).toEqual([
      "block sex-life",
    ]);
    expect(judge({ ...about, options: choices("Caucasian", "African American") })).toEqual([
      "block ethnicity",
    ]);
  });
});

const harmless = `
  First name | Company | Company revenue | Job title | E-mail | Phone | Message | Budget |
  VAT number | Number of employees | Website | City | Postcode | Country | Gender | Date of birth |
  Party size | How did you hear about us? | T-shirt size | Preferred date | Loyalty card number |
  Gift card number | Which password manager do you use? | Order number | Coupon code |
  Vehicle identification number | Golf handicap | Names of participants | Industry | Department |
  Student union | European Union country | Topic | Vorname | Nachname | Firma |
  Straße und Hausnummer | Wagen | Umsatzsteuer-Identifikationsnummer | Wie alt? | Anzahl Tage |
  Bemerkung | Ansprechpartner | Kundenkartennummer | Ich möchte Post erhalten | Gehaltene Vorträge |
  Prénom | Nom | Entreprise | Ville | Politique de confidentialité | Plat du jour |
  Nombre de personnes | Nombre | Apellidos | Empresa | Correo electrónico | Teléfono |
  Nombre del niño | Política de privacidad | Nome | Cognome | Nominativo | Azienda | Città |
  Messaggio | Partita IVA | Farmacia | Voornaam | Bedrijf | Telefoonnummer | Aantal personen |
  Opmerkingen | Nome completo | Telemóvel | Mensagem | Imię | Nazwisko | Firma | Liczba dni | Nie |
  Wiadomość | Jméno | Příjmení | Zpráva | Datum | Meno | Priezvisko | Správa | Dátum dňa | नाम | शहर |
  मोबाइल नंबर | الاسم | الشركة | الموردين | الهاتف
`
  .split("|")
  .map((label) => label.trim());

describe("[forms.sensitive] a field is let through", () => {
  test.each(harmless)("%s", (label) => {
    expect(judge({ label })).toEqual([]);
  });

  it("with a warning when its words could mean something harmless", () => {
    expect(judge({ label: "Your race number" })).toEqual(["warn ethnicity"]);
    expect(judge({ label: "Race", type: "select", options: [{ value: "10k", label: "10 km" }] })).toEqual([
      "warn ethnicity",
    ]);
    expect(judge({ label: "Rasse Ihres Hundes" })).toEqual(["warn ethnicity"]);
    expect(judge({ label: "Allergies" })).toEqual(["warn health"]);
    expect(judge({ label: "Account number" })).toEqual(["warn bank-account"]);
    expect(judge({ label: "PIN code" })).toEqual(["warn password"]);
  });

  it("with a warning when nothing can be typed into it", () => {
    expect(judge({ label: "Topics: password safety", type: "checkbox" })).toEqual(["warn password"]);
    expect(judge({ name: "utm_health", label: "Medical campaign", type: "hidden" })).toEqual(["warn health"]);
    expect(judge({ label: "E-mail for your medical newsletter", type: "email" })).toEqual([]);
  });
});

it("[aup.check] a finding names the rule, the evidence and the remedy", () => {
  const [finding] = judgeField({ name: "cc", label: "Card\u202E number", type: "text" }, "Form “Order”");
  expect(finding).toEqual({
    rule: "sensitive.payment-card",
    severity: "block",
    message: "The field “Card number” asks for payment card data.",
    evidence: "Form “Order”: field “Card number” (cc), because of: card number",
    remedy: "Remove the field. Take payments through a payment provider's own page and link to it.",
  });
});

it("survives whatever a field is called", () => {
  for (const text of ["", " ", "((((", "\\", "a".repeat(50_000), "\u0000\uD800", "card ".repeat(5_000)]) {
    expect(() => judge({ name: text, label: text, placeholder: text })).not.toThrow();
  }
});
