import { plainLine } from "~/lib/plain-text";
import type { FieldDefinition } from "~builder/document/form-definition";
import type { Finding } from "./finding";
import { comparable, compileTerms } from "./match-terms";

/** Papers that hold what may not be collected, as they are called in a field that takes a file. */
const papers = compileTerms({
  en: "passport, id card, identity card, proof of identity, identification document, copy of your id, photo of your id, driving licence, driver s license, residence permit, birth certificate, bank statement, payslip, pay slip, tax return, credit report, medical report, medical record, medical records, doctor s note, sick note, x ray, prescription, vaccination certificate, criminal record, disability certificate",
  de: "reisepass, personalausweis, ausweiskopie, ausweis, fuhrerschein, aufenthaltstitel, geburtsurkunde, kontoauszug, gehaltsabrechnung, lohnabrechnung, steuerbescheid, arztbericht, arztbrief, krankschreibung, attest, rezept, impfausweis, impfpass, fuhrungszeugnis, schwerbehindertenausweis",
  fr: "passeport, carte d identite, piece d identite, permis de conduire, titre de sejour, acte de naissance, releve bancaire, rib, fiche de paie, bulletin de salaire, avis d imposition, certificat medical, ordonnance, casier judiciaire",
  es: "pasaporte, documento de identidad, dni, permiso de conducir, carnet de conducir, partida de nacimiento, extracto bancario, nomina, declaracion de la renta, informe medico, receta medica, antecedentes penales",
  it: "passaporto, carta d identita, documento d identita, patente di guida, patente, certificato di nascita, estratto conto, busta paga, dichiarazione dei redditi, certificato medico, referto, ricetta medica, casellario",
  nl: "paspoort, identiteitskaart, identiteitsbewijs, rijbewijs, geboorteakte, bankafschrift, loonstrook, medisch rapport, doktersverklaring, verklaring omtrent gedrag",
  pt: "passaporte, cartao de cidadao, documento de identidade, carta de conducao, certidao de nascimento, extrato bancario, recibo de vencimento, relatorio medico, receita medica, registo criminal",
  pl: "paszport, dowod osobisty, dowod tozsamosci, prawo jazdy, akt urodzenia, wyciag z konta, pasek wyplaty, zaswiadczenie lekarskie, recepta, zaswiadczenie o niekaralnosci",
  cs: "cestovni pas, obcansky prukaz, ridicsky prukaz, rodny list, vypis z uctu, vyplatni paska, lekarska zprava, recept, vypis z rejstriku trestu",
  sk: "cestovny pas, obciansky preukaz, vodicsky preukaz, rodny list, vypis z uctu, vyplatna paska, lekarska sprava, recept, vypis z registra trestov",
  hi: "पासपोर्ट, पहचान पत्र, आधार कार्ड, ड्राइविंग लाइसेंस, जन्म प्रमाण पत्र, बैंक स्टेटमेंट, वेतन पर्ची, मेडिकल रिपोर्ट",
  ar: "جواز السفر, جواز سفر, بطاقة الهوية, الهوية الوطنية, رخصة القيادة, شهادة الميلاد, كشف حساب, تقرير طبي",
});

/** A field that takes a file may not ask for identity papers, medical papers or statements of money. */
export function judgeFileField(field: FieldDefinition, where: string): Finding[] {
  if (field.type !== "file") return [];
  const texts = [field.label, field.help, field.placeholder, field.name].map((text) =>
    comparable(text ?? ""),
  );
  const named = papers.exec(texts.join("\n"))?.[0];
  if (!named) return [];
  const shown = plainLine(field.label || field.name, 120);
  return [
    {
      rule: "sensitive.papers",
      severity: "block",
      message: `The file field “${shown}” asks for papers that may not be collected.`,
      evidence: plainLine(`${where}: field “${shown}” (${field.name}), because of: ${named}`, 500),
      remedy:
        "Ask for such papers where you must see them, not through a landing page. Here a file may be a plan, a picture or an application without them.",
    },
  ];
}
