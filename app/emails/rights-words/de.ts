import type { RightsWords } from "./rights-words";

export const de: RightsWords = {
  optional: "freiwillig",
  choose: "Bitte wählen",
  sending: "Wird gesendet",
  email: "Ihre E-Mail-Adresse",
  name: "Ihr Name",
  missing: "Es fehlt noch etwas. Es wurde nichts gesendet.",
  wrongEmail: "Geben Sie eine E-Mail-Adresse ein, etwa name@example.org.",
  foot: {
    label: "Über Foyer",
    policies: "Richtlinien",
    trust: "Vertrauen",
    data: "Ihre Daten",
    abuse: "Missbrauch melden",
  },
  operator: "der Betreiber dieses Dienstes",
  data: {
    title: "Ihre Daten",
    lead: "Fragen Sie, was über Sie gespeichert ist, lassen Sie es berichtigen oder löschen oder seine Nutzung beenden. Das kostet nichts und braucht kein Konto. Die Anfrage geht an den, der die Seite betreibt; er hat einen Monat Zeit für die Antwort.",
    site: "Adresse der Seite, auf der Sie Ihre Daten angegeben haben",
    siteHint: "Leer lassen, wenn es um ein Konto bei Foyer selbst geht.",
    siteUnknown:
      "Keine Seite hier hat diese Adresse. Kopieren Sie sie von der Seite, oder lassen Sie das Feld leer, um den Betreiber zu fragen.",
    kind: "Was verlangen Sie",
    kinds: {
      access: "Eine Kopie von allem, was Sie über mich haben",
      correction: "Berichtigen Sie, was Sie über mich haben",
      erasure: "Löschen Sie, was Sie über mich haben",
      restriction: "Lassen Sie meine Daten ruhen, bis etwas geklärt ist",
      portability: "Meine Daten in einer Form, die andere Dienste lesen können",
      objection: "Nutzen Sie meine Daten nicht mehr für Werbung",
    },
    emailHint:
      "Die Adresse, die Sie dort angegeben haben. Wir schreiben an sie, um sicher zu sein, dass Sie es sind.",
    message: "Was noch wichtig ist",
    messageHint: "Zum Beispiel, was falsch ist und was richtig wäre.",
    send: "Anfrage senden",
    sentTitle: "Sehen Sie in Ihr Postfach",
    sentHead: "Ein Schritt fehlt noch",
    sent: "Wir haben an die angegebene Adresse geschrieben. Folgen Sie dem Link in der Nachricht: Erst dann wird die Anfrage weitergegeben, damit niemand in Ihrem Namen fragen kann.",
  },
  request: {
    title: "Ihre Anfrage",
    passedOn: "Weitergegeben",
    passedBy: "{controller} hat sie jetzt und muss bis {date} antworten. Die Antwort kommt per E-Mail.",
    answered: "Beantwortet",
    asked: "Sie verlangen",
    goesTo: "Geht an",
    address: "Ihre Adresse",
    wrote: "Sie schrieben",
    confirm: "Bestätigen und weitergeben",
  },
  abuse: {
    title: "Missbrauch melden",
    lead: "Melden Sie dem Betreiber eine Seite oder eine Nachricht, die gegen das Gesetz oder unsere Nutzungsregeln verstößt. Sie brauchen kein Konto.",
    subject: "Welche Seite oder Nachricht",
    subjectHint: "Die Adresse der Seite, oder Absender und Betreff der Nachricht.",
    rule: "Was ist falsch",
    rules: {
      unsolicited_mail: "Nachrichten an Menschen ohne belegte Grundlage",
      sensitive_data: "Erheben sensibler Daten",
      children: "Erheben von Daten über Kinder",
      deception: "Phishing, falsche Identität oder irreführende Inhalte",
      malware: "Schadsoftware oder Angriffe auf andere Systeme",
      illegal_content: "Rechtswidrige Inhalte",
    },
    why: "Warum",
    whyHint: "Was Sie gesehen haben und warum Sie nach bestem Wissen glauben, dass es falsch ist.",
    emailHint: "Für die Entscheidung. Der gemeldete Kunde sieht sie nicht.",
    send: "Meldung senden",
    sentTitle: "Danke",
    sentHead: "Ihre Meldung ist angekommen",
    sent: "Der Betreiber dieses Dienstes entscheidet darüber. Wenn Sie eine Adresse angegeben haben, bekommen Sie die Entscheidung per E-Mail.",
    subjectMissing: "Nennen Sie die Seite oder Nachricht, mit Adresse oder Betreff.",
    whyMissing: "Sagen Sie in ein, zwei Sätzen, was falsch ist.",
  },
  letters: {
    confirm: "Bestätigen Sie Ihre Anfrage",
    confirmAsked:
      "Jemand, hoffentlich Sie, hat {controller} etwas zu den Daten gefragt, die unter dieser Adresse gespeichert sind.",
    confirmWhy:
      "Die Anfrage wird erst weitergegeben, wenn Sie sie bestätigen, damit niemand in Ihrem Namen fragen kann.",
    confirmButton: "Anfrage ansehen und bestätigen",
    confirmAfter:
      "Der Link gilt sieben Tage. Wenn Sie das nicht waren, tun Sie nichts: Die Anfrage wird dann gelöscht.",
    dataFoot:
      "Foyer schickt dies wegen einer Anfrage zu persönlichen Daten, die diese Adresse nennt. Es ist keine Werbung.",
    answer: "Antwort auf Ihre Anfrage: {asked}",
    done: "Ihre Anfrage wurde ausgeführt",
    refused: "Ihre Anfrage wurde nicht ausgeführt",
    answers: "{controller} antwortet auf Ihre Anfrage ({asked}):",
    answerAfter:
      "Sie können auf diese Nachricht antworten. Sie können sich auch bei der Datenschutzbehörde an Ihrem Wohnort beschweren.",
    decided: "Was aus Ihrer Meldung wurde",
    reported: "Sie haben gemeldet: {subject}",
    decidedAfter:
      "Wenn Sie nicht einverstanden sind, melden Sie es noch einmal und sagen Sie warum, oder wenden Sie sich an ein Gericht oder eine Streitbeilegungsstelle.",
    abuseFoot:
      "Foyer schickt dies, weil diese Adresse bei einer Meldung von Missbrauch angegeben wurde. Es ist keine Werbung.",
  },
};
