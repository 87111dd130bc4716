import type { TopicTerms } from "./sensitive-topic";

export const geneticsTerms: TopicTerms = {
  strong: {
    en: "genetic*, =dna, dna test*, dna sample*, dna profile*, your dna, genom*, hereditary disease*, family medical history, ancestry test*",
    de: "genetisch*, gentest*, dns probe, erbkrankheit*, erbgut",
    fr: "genetique*, adn, maladie hereditaire, maladies hereditaires",
    es: "genetic*, adn, enfermedades hereditarias",
    it: "genetic*, malattie ereditarie",
    nl: "genetisch*, erfelijke*",
    pt: "genetic*, doencas hereditarias",
    pl: "genetyczn*, choroby dziedziczne",
    cs: "geneticke*, dedicne*",
    sk: "geneticke*, dedicne*",
    hi: "आनुवंशिक, डीएनए",
    ar: "*جينية, *حمض النووي, *وراثية",
  },
};

export const biometricsTerms: TopicTerms = {
  strong: {
    en: "fingerprint*, biometric*, retina scan, iris scan, face scan, face id, facial recognition, voice print, voiceprint, palm print, selfie with*",
    de: "fingerabdruck*, biometrisch*, irisscan*, gesichtsscan*, gesichtserkennung",
    fr: "empreinte digitale, empreintes digitales, biometri*, reconnaissance faciale",
    es: "huella dactilar, huellas dactilares, huella digital, biometri*, reconocimiento facial",
    it: "impronta digitale, impronte digitali, biometri*, riconoscimento facciale",
    nl: "vingerafdruk*, biometri*, gezichtsherkenning*, irisscan*",
    pt: "impressao digital, impressoes digitais, biometri*, reconhecimento facial",
    pl: "odcisk palca, odciski palcow, biometryczn*",
    cs: "otisk prstu, otisky prstu, biometrick*",
    sk: "odtlacok prsta, odtlacky prstov, biometrick*",
    hi: "फिंगरप्रिंट, उंगलियों के निशान, बायोमेट्रिक",
    ar: "بصمة الإصبع, بصمة الاصبع, بصمات الأصابع, *بيومترية",
  },
  innocent: { en: "browser fingerprinting, biometrics company, carbon fingerprint" },
};

export const sexLifeTerms: TopicTerms = {
  strong: {
    en: "sexual*, sex life, sexuality, are you gay, lgbt*, sexual partners, sti history, contracepti*, are you transgender, transgender status",
    de: "sexuell*, sexualitat, sexualleben, sexuelle orientierung, verhutungsmittel*",
    fr: "orientation sexuelle, vie sexuelle, sexualite, preferences sexuelles, contracepti*",
    es: "orientacion sexual, vida sexual, sexualidad, preferencia sexual, anticoncepti*",
    it: "orientamento sessuale, vita sessuale, sessualita, contraccetti*",
    nl: "seksuele*, seksualiteit, seksleven, geaardheid, anticonceptie*",
    pt: "orientacao sexual, vida sexual, sexualidade, contracepti*",
    pl: "orientacja seksualna, orientacji seksualnej, zycie seksualne, seksualn*",
    cs: "sexualni*, sexualita, pohlavni zivot",
    sk: "sexualn*, sexualita, pohlavny zivot",
    hi: "यौन रुझान, यौन अभिविन्यास, यौन जीवन",
    ar: "*ميول الجنسية, *توجه الجنسي, *حياة الجنسية",
  },
  innocent: { en: "sexual harassment training, sexual harassment policy" },
  options:
    "heterosexual*, straight, gay, lesbian*, bisexual*, pansexual*, asexual*, queer, homosexual*, heterosexuell, homosexuell, bisexuell, heterosexuel, homosexuel, bisexuel, lesbica, lesbiana, lesbienne",
};

export const financesTerms: TopicTerms = {
  strong: {
    en: "credit score*, credit rating, credit history, household income, annual income, monthly income, yearly income, your income, personal income, gross income, net income, net worth, personal debt*, your debts, total debt, outstanding loan*, mortgage balance, bank statement*, tax return*, bankruptc*, savings balance, financial situation, financial information, loan amount owed",
    de: "einkommen*, haushaltseinkommen*, jahreseinkommen*, nettoeinkommen*, monatseinkommen*, schulden*, verschuldung*, vermogensverhaltnisse*, schufa*, bonitat*, kontoauszug*, kontoauszuge, steuerbescheid*, privatinsolvenz*",
    fr: "revenu, revenus, revenus du foyer, dettes, endettement, patrimoine, situation financiere, releve bancaire, avis d imposition",
    es: "ingresos*, ingreso anual, deudas, patrimonio, situacion financiera, situacion economica, historial crediticio, extracto bancario, declaracion de la renta",
    it: "reddito*, debiti, patrimonio, situazione finanziaria, situazione economica, estratto conto, dichiarazione dei redditi",
    nl: "inkomen*, jaarinkomen*, schulden*, financiele situatie, vermogen, bankafschrift*, kredietwaardigheid*",
    pt: "rendimento*, renda mensal, renda familiar, renda anual, dividas, patrimonio, situacao financeira, extrato bancario, historico de credito",
    pl: "dochod*, zadluzeni*, majatek, sytuacja finansowa, wyciag bankowy, historia kredytowa",
    cs: "prijem domacnosti, mesicni prijem, rocni prijem, vyse prijmu, dluhy, majetek, financni situace, vypis z uctu",
    sk: "prijem domacnosti, mesacny prijem, rocny prijem, vyska prijmu, majetok, financna situacia, vypis z uctu",
    hi: "वार्षिक आय, मासिक आय, आय, कर्ज, क्रेडिट स्कोर",
    ar: "*دخل السنوي, *دخل الشهري, *ديون, *وضع المالي",
  },
  weak: {
    en: "income, debt*, loan amount, mortgage, credit check, savings",
    de: "vermogen, kredit, darlehen",
    es: "prestamo",
    it: "mutuo, prestito",
    pt: "emprestimo",
    pl: "kredyt",
  },
  innocent: {
    en: "passive income course, income protection insurance guide, technical debt",
    de: "einkommensteuer ratgeber",
    fr: "revenus de l entreprise",
  },
};

export const employmentTerms: TopicTerms = {
  strong: {
    en: "salary*, current salary, salary expectation*, wage, wages, payslip*, pay slip*, pay stub*, employment history, work history, employee id*, employee number, reason for leaving, disciplinary*, previous employer*, employment record*, performance review*, severance",
    de: "gehalt, gehalts*, jahresgehalt*, lohn, stundenlohn*, lohnabrechnung*, gehaltsabrechnung*, personalnummer*, kundigungsgrund*, arbeitszeugnis*, fruhere arbeitgeber, bisherige arbeitgeber",
    fr: "salaire*, remuneration, fiche de paie, fiches de paie, bulletin de paie, bulletin de salaire, matricule salarie, historique professionnel, motif de depart",
    es: "salario*, sueldo*, nomina, nominas, historial laboral, numero de empleado, motivo de despido",
    it: "stipendio*, retribuzione, busta paga, buste paga, matricola dipendente, storia lavorativa",
    nl: "salaris*, loonstrook*, loonstrook, personeelsnummer*, arbeidsverleden",
    pt: "salario*, holerite*, recibo de vencimento, historico profissional, numero de funcionario",
    pl: "wynagrodzeni*, zarobk*, pensja, historia zatrudnienia, numer pracownika",
    cs: "=plat, vyse platu, mzda, vyplatni paska, historie zamestnani, osobni cislo zamestnance",
    sk: "vyska platu, mzda, vyplatna paska, historia zamestnani, osobne cislo zamestnanca",
    hi: "वेतन, तनख्वाह, कर्मचारी संख्या",
    ar: "*راتب, *أجر الشهري, رقم الموظف",
  },
  weak: {
    en: "employment status, are you employed, unemployed, occupation, employer",
    de: "beschaftigungsverhaltnis*, arbeitslos*, beruflicher status, arbeitgeber",
    fr: "statut professionnel, chomage, employeur",
    es: "situacion laboral, desempleo",
    it: "stato occupazionale, datore di lavoro",
    nl: "werkgever, arbeidsstatus",
  },
  innocent: { en: "salary guide, salary survey report, salary calculator, wage payment software" },
};
