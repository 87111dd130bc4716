import { plainLine } from "~/lib/plain-text";
import type { Finding } from "./finding";
import { comparable, compileTerms } from "./match-terms";

/** Marks by which mail programs of many languages begin an answer or a forwarded message. */
const answerMark = /^\s*(re|fwd?|aw|wg|tr|rv|antw|doorst|odp|vs|sv|vb|res|rif)(\[\d+\])?\s*:/i;
const letters = /\p{L}/gu;
const capitals = /\p{Lu}/gu;
const offerWords = compileTerms({
  en: "free, sale, discount*, offer, offers, deal, deals, win, winner, percent off, off today, limited time, act now, urgent, last chance, click here, bonus, cheap",
  de: "gratis, rabatt*, angebot*, aktion, sparen, gewinn*, gewinnen, kostenlos, jetzt sichern, nur heute",
  fr: "gratuit*, promo*, remise*, soldes, gagnez, offre*",
  es: "gratis, oferta*, descuento*, rebaja*, promocion*",
  it: "gratis, offerta, offerte, sconto, sconti, saldi, vinci, promozione",
  nl: "gratis, korting*, aanbieding*, win nu, actie",
  pt: "gratis, oferta*, desconto*, promocao*, ganhe",
  pl: "za darmo, promocja, rabat*, okazja, wygraj",
  cs: "zdarma, sleva, slevy, akce, vyhraj*",
  sk: "zadarmo, zlava, zlavy, akcia, vyhraj*",
});

const warn = (rule: string, message: string, evidence: string, remedy: string): Finding => ({
  rule: `mail.${rule}`,
  severity: "warn",
  message,
  evidence,
  remedy,
});

export function judgeSubject(subject: string): Finding[] {
  const shown = `“${plainLine(subject, 200)}”`;
  if (plainLine(subject, 200) === "") {
    return [
      {
        rule: "mail.subject",
        severity: "block",
        message: "The message has no subject.",
        evidence: "Subject: empty",
        remedy: "Say in a few words what the message is about.",
      },
    ];
  }
  const findings: Finding[] = [];
  if (answerMark.test(subject)) {
    findings.push(
      warn(
        "false-reply",
        "The subject pretends to be an answer or a forwarded message.",
        shown,
        "Remove the mark at its beginning.",
      ),
    );
  }
  const written = subject.match(letters)?.length ?? 0;
  const large = subject.match(capitals)?.length ?? 0;
  if (written >= 8 && large / written > 0.8) {
    findings.push(
      warn("capitals", "The subject is all in capitals, as junk mail is.", shown, "Write it as a sentence."),
    );
  }
  if (/[!?]{2,}|([$€£])\1/.test(subject)) {
    findings.push(
      warn(
        "punctuation",
        "The subject shouts with repeated signs, as junk mail does.",
        shown,
        "One sign is enough.",
      ),
    );
  }
  return findings;
}

export function judgeFromName(name: string, email: string): Finding[] {
  const findings: Finding[] = [];
  const shown = `“${plainLine(name, 120)}”`;
  const offer = offerWords.exec(comparable(name))?.[0];
  if (offer) {
    findings.push(
      warn(
        "from-name-offer",
        "The sender's name advertises instead of naming the sender.",
        `${shown}, because of: ${offer}`,
        "Use the name of your company or of a person.",
      ),
    );
  }
  const address = /[^\s<>"']+@[^\s<>"']+/.exec(name)?.[0];
  if (address && address.toLowerCase() !== email.toLowerCase()) {
    findings.push(
      warn(
        "from-name-address",
        "The sender's name shows another address than the one that sends.",
        `${shown}, sent from ${email}`,
        "Remove the address from the name.",
      ),
    );
  }
  if (/\p{Extended_Pictographic}|[✓✔★☆]|\(\d+\)/u.test(name)) {
    findings.push(
      warn(
        "from-name-badge",
        "The sender's name carries a sign or a count that mail programs use themselves.",
        shown,
        "Remove it from the name.",
      ),
    );
  }
  return findings;
}
