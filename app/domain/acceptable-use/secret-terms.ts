import type { TopicTerms } from "./sensitive-topic";

export const paymentCardTerms: TopicTerms = {
  strong: {
    en: "credit card*, creditcard*, debit card*, payment card*, card number, card no, card num, card details, card expiry, card expiration, card holder, name on card, name on the card, cvc, cvv, cvc2, cvv2, csc code, card security code, card verification*, cc number, cc num, cc no, cc exp, cc csc, ccnumber, cardnum, long number on the card",
    de: "kreditkarte*, debitkarte*, kartennummer*, karteninhaber*, kartenprufnummer*, prufziffer der karte, karten nr, zahlungskarte*, girocard nummer",
    fr: "carte de credit, carte bancaire, numero de carte, numero de la carte, carte bleue, cryptogramme visuel, code de securite de la carte, titulaire de la carte, date d expiration de la carte",
    es: "tarjeta de credito, tarjeta de debito, tarjeta bancaria, numero de tarjeta, numero de la tarjeta, titular de la tarjeta, codigo de seguridad de la tarjeta",
    it: "carta di credito, carta di debito, numero carta, numero di carta, numero della carta, carta prepagata, titolare della carta, intestatario della carta",
    nl: "creditcard*, kredietkaart*, betaalkaart*, kaartnummer*, pasnummer, kaarthouder*, betaalpas*",
    pt: "cartao de credito, cartao de debito, numero do cartao, numero de cartao, titular do cartao, codigo de seguranca do cartao",
    pl: "karta kredytowa, karty kredytowej, karta platnicza, karty platniczej, numer karty, nr karty, karta debetowa, karty debetowej",
    cs: "kreditni karta, kreditni karty, platebni karta, platebni karty, cislo karty, debetni karty",
    sk: "kreditna karta, kreditnej karty, platobna karta, platobnej karty, cislo karty, debetnej karty",
    hi: "क्रेडिट कार्ड, डेबिट कार्ड, कार्ड नंबर, कार्ड संख्या, सीवीवी",
    ar: "*بطاقة الائتمان, *بطاقة ائتمان, رقم البطاقة, *بطاقة بنكية",
  },
  weak: { en: "card expiry date, visa or mastercard, expiry date, mm yy", de: "prufziffer" },
  innocent: {
    en: "loyalty card number, loyalty card no, gift card number, membership card number, member card number, library card number, business card number, club card number, bonus card number, discount card number, report card number, credit card processing, credit card not required, no credit card required, no credit card needed",
    de: "kundenkartennummer, bonuskartennummer, mitgliedskartennummer, bahncardnummer, kundenkarten nr, mitgliederkartennummer, ohne kreditkarte",
    fr: "numero de carte de fidelite, numero de carte cadeau, numero de carte de membre, numero de la carte de fidelite",
    es: "numero de tarjeta de socio, numero de tarjeta de fidelidad, tarjeta regalo",
    it: "numero carta fedelta, numero di carta fedelta, numero della carta fedelta, numero carta socio",
    nl: "klantenkaartnummer, lidkaartnummer, klantenkaart, cadeaukaart",
    pt: "numero do cartao de fidelidade, numero do cartao cliente",
    pl: "numer karty lojalnosciowej, numer karty klienta",
    cs: "cislo karty zakaznika, cislo vernostni karty, cislo clenske karty",
    sk: "cislo vernostnej karty, cislo clenskej karty",
  },
};

export const bankAccountTerms: TopicTerms = {
  strong: {
    en: "iban, bank account*, bank details, bank account number, account and routing number, routing number, aba number, sort code, swift code, bic code, direct debit mandate, online banking*, bsb number",
    de: "bankverbindung*, kontonummer*, bankkonto*, bankdaten, bankleitzahl*, *kontonummer, blz, sepa mandat*, lastschriftmandat*, kontoinhaber*",
    fr: "compte bancaire, coordonnees bancaires, numero de compte, =rib, numero rib, releve d identite bancaire, titulaire du compte",
    es: "cuenta bancaria, datos bancarios, numero de cuenta, cuenta corriente, titular de la cuenta",
    it: "conto corrente, coordinate bancarie, conto bancario, numero di conto, intestatario del conto",
    nl: "rekeningnummer*, bankrekening*, bankgegevens",
    pt: "conta bancaria, dados bancarios, numero da conta, numero de conta, =nib",
    pl: "numer konta, nr konta, konto bankowe, konta bankowego, rachunek bankowy, rachunku bankowego, numer rachunku",
    cs: "cislo uctu, bankovni ucet, bankovniho uctu, bankovni spojeni",
    sk: "cislo uctu, bankovy ucet, bankoveho uctu, bankove spojenie",
    hi: "बैंक खाता, खाता संख्या, बैंक अकाउंट",
    ar: "*حساب البنكي, *حساب بنكي, *حساب المصرفي, رقم الحساب, *آيبان",
  },
  weak: {
    en: "account number, account no, swift bic, wallet address, crypto wallet",
    de: "bankname",
    fr: "code bic",
  },
  innocent: { en: "customer account number, open a bank account", de: "kundenkontonummer" },
};

export const passwordTerms: TopicTerms = {
  strong: {
    en: "password*, passwd, pwd, passcode, pass phrase, passphrase, login credentials, secret question, mother s maiden name, mothers maiden name, seed phrase, recovery phrase, recovery words, private key, wallet phrase, card pin, pin of your card, atm pin",
    de: "passwort*, kennwort*, zugangsdaten, losungswort, geburtsname der mutter, madchenname der mutter",
    fr: "mot de passe, mots de passe, code secret, question de securite, question secrete, nom de jeune fille de votre mere",
    es: "contrasena*, clave de acceso, clave secreta, pregunta de seguridad, pregunta secreta",
    it: "parola d ordine, parola chiave segreta, domanda di sicurezza, domanda segreta, codice segreto",
    nl: "wachtwoord*, geheime vraag, beveiligingsvraag, pincode van je pas",
    pt: "senha, palavra passe, palavra chave secreta, pergunta de seguranca",
    pl: "haslo, hasla, pytanie bezpieczenstwa",
    cs: "heslo, hesla, bezpecnostni otazka",
    sk: "heslo, hesla, bezpecnostna otazka",
    hi: "पासवर्ड, गुप्त शब्द",
    ar: "كلمة السر, كلمة المرور, *رقم السري",
  },
  weak: {
    en: "pin, pin code, one time code, otp, verification code, 2fa code, security code, security question, security answer",
    de: "tan nummer, pin nummer, sicherheitsfrage*",
    nl: "pincode",
    es: "clave",
  },
  innocent: {
    en: "password manager, password managers, password management, passwordless, password security, password protected, password reset, forgot your password, wifi password policy, pin code area, area pin code",
    de: "passwortmanager, passwortverwaltung, passwortsicherheit, passwortlos",
    fr: "gestionnaire de mots de passe",
    cs: "heslo akce",
    pl: "haslo reklamowe",
  },
};

export const governmentIdTerms: TopicTerms = {
  strong: {
    en: "social security*, ssn, social insurance number, national insurance number, national id, national identity*, identity number, id number, id card*, identity card*, identification number, identity document, government id, passport*, driver s license*, drivers license*, driver license*, driving licence*, driving license*, drivers licence*, birth certificate*, residence permit*, visa number, alien registration*, aadhaar*, aadhar*, pan card, pan number, nric, medicare number, tax file number, taxpayer id*, itin, voter id*, military id*, my number card",
    de: "sozialversicherungsnummer*, rentenversicherungsnummer*, personalausweis*, ausweisnummer*, ausweis nr, reisepass*, passnummer*, steuer id, steueridentifikationsnummer*, steuerliche identifikationsnummer, steuernummer*, fuhrerschein*, aufenthaltstitel*, sv nummer, ahv nummer, geburtsurkunde*",
    fr: "numero de securite sociale, securite sociale, carte d identite, numero d identite, passeport*, permis de conduire, numero fiscal, titre de sejour, carte vitale, piece d identite, acte de naissance, numero insee, numero national",
    es: "=dni, numero de dni, dni nie, dni o nie, nie o dni, numero de nie, nif, documento de identidad, documento nacional*, pasaporte*, carnet de conducir, permiso de conducir, licencia de conducir, seguridad social, numero de identificacion, cedula de identidad, numero de cedula, cedula de ciudadania, curp, permiso de residencia",
    it: "codice fiscale, carta d identita, carta di identita, passaporto*, patente di guida, numero patente, documento d identita, documento di identita, permesso di soggiorno, tessera sanitaria",
    nl: "bsn, burgerservicenummer*, paspoort*, identiteitskaart*, identiteitsbewijs*, rijbewijs*, rijksregisternummer*, sofinummer, verblijfsvergunning*",
    pt: "cpf, bilhete de identidade, cartao de cidadao, passaporte*, carta de conducao, carteira de identidade, numero de identificacao, carteira de motorista, seguranca social, registo criminal, rg numero",
    pl: "pesel, dowod osobisty, dowodu osobistego, numer dowodu, paszport*, prawo jazdy, prawa jazdy, numer identyfikacyjny",
    cs: "rodne cislo, rodneho cisla, obcansky prukaz*, obcanskeho prukazu, cislo op, cestovni pas*, cislo pasu, ridicsky prukaz*, ridicskeho prukazu",
    sk: "rodne cislo, rodneho cisla, obciansky preukaz*, obcianskeho preukazu, cestovny pas*, cislo pasu, vodicsky preukaz*, vodicskeho preukazu",
    hi: "आधार नंबर, आधार संख्या, आधार कार्ड, पासपोर्ट, पैन कार्ड, पैन नंबर, ड्राइविंग लाइसेंस, मतदाता पहचान",
    ar: "*جواز السفر, رقم الهوية, *بطاقة الهوية, *هوية الوطنية, *رقم القومي, رخصة القيادة, *ضمان الاجتماعي",
  },
  weak: {
    en: "tax id, tax number, tax identification, tin number, immigration status, visa status, citizenship, criminal record, criminal history, licence number, license number",
    de: "staatsangehorigkeit, vorstrafen, =ausweis",
    fr: "nationalite, casier judiciaire",
    es: "antecedentes penales, cedula, rut",
    it: "=documento, numero documento",
    pt: "nacionalidade, contribuinte",
    pl: "obywatelstwo, nip",
  },
  innocent: {
    en: "customer id number, order id number, student id optional, company identification number, vat identification number, registration id number, vehicle identification number, product identification number, passport to, passport size photo tips",
    de: "umsatzsteuer identifikationsnummer, ust identifikationsnummer, umsatzsteuernummer",
    es: "nif de la empresa, cif",
    it: "codice fiscale azienda, partita iva",
    pt: "cnpj",
  },
};
