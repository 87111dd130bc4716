import { plainLine } from "~/lib/plain-text";
import type { FieldDefinition, FormDefinition } from "~builder/document/form-definition";
import type { Finding } from "./finding";
import { judgeFileField } from "./judge-file-field";
import { comparable, compileTerms } from "./match-terms";
import { judgeField } from "./sensitive-rules";

const signInWords = compileTerms({
  en: "log in, login, sign in, signin, sign in to your account, log on, verify account, verify my account, unlock account",
  de: "anmelden bei ihrem konto, einloggen, konto bestatigen, konto entsperren",
  fr: "se connecter, connexion a votre compte, verifier mon compte",
  es: "iniciar sesion, verificar mi cuenta, acceder a mi cuenta",
  it: "accedi al tuo account, accedi al conto, verifica il conto",
  nl: "inloggen, account verifieren",
  pt: "iniciar sessao, fazer login, verificar conta",
  pl: "zaloguj, zaloguj sie, zweryfikuj konto",
  cs: "prihlasit k uctu, overit ucet",
  sk: "prihlasit k uctu, overit ucet",
});
const userNameWords = compileTerms({
  en: "username, user name, user id, userid, login name, account id",
  de: "benutzername, nutzername, benutzerkennung",
  fr: "nom d utilisateur, identifiant",
  es: "nombre de usuario, usuario",
  it: "nome utente",
  nl: "gebruikersnaam",
  pt: "nome de utilizador, nome de usuario",
  pl: "nazwa uzytkownika",
});

export const formName = (form: FormDefinition): string =>
  `Form “${plainLine(form.name || form.nodeKey, 80)}”`;

/** A sign-in form on a landing page collects other people's accounts, even without a box for the password. */
function judgeSignIn(form: FormDefinition): Finding[] {
  const button = signInWords.exec(comparable(form.submitLabel))?.[0];
  const account = form.fields.find(
    (field) =>
      field.type !== "hidden" &&
      (userNameWords.test(comparable(field.label)) ||
        userNameWords.test(comparable(field.name)) ||
        field.autocomplete?.toLowerCase() === "username"),
  );
  if (!button && !account) return [];
  return [
    {
      rule: "phishing.sign-in",
      severity: button && account ? "block" : "warn",
      message: "The form looks like the sign-in of an account.",
      evidence: plainLine(
        `${formName(form)}: button “${form.submitLabel}”${account ? `, field “${account.label}”` : ""}`,
        500,
      ),
      remedy: "Link to your own sign-in page instead. A form here may ask for contact details only.",
    },
  ];
}

function judgeConsent(form: FormDefinition, field: FieldDefinition): Finding[] {
  const wording = plainLine(field.wording ?? "", 300);
  if (wording.length < 10) {
    const none = wording.length < 3;
    return [
      {
        rule: "consent.wording",
        severity: none ? "block" : "warn",
        message: none
          ? "A consent box has no words that say what is agreed to."
          : "The words of a consent box are too short to prove what was agreed to.",
        evidence: `${formName(form)}: field ${field.name}, wording “${wording}”`,
        remedy: "Label the box with one sentence: who will do what with the data.",
      },
    ];
  }
  if (!field.required) return [];
  return [
    {
      rule: "consent.forced",
      severity: "info",
      message: "The form cannot be sent without ticking a consent box, so the consent may not count as free.",
      evidence: `${formName(form)}: field ${field.name}, wording “${wording}”`,
      remedy: "Make the box optional, unless what it allows is the very thing the form is for.",
    },
  ];
}

export function judgeForm(form: FormDefinition): Finding[] {
  return [
    ...form.fields.flatMap((field) => judgeField(field, formName(form))),
    ...form.fields.flatMap((field) => judgeFileField(field, formName(form))),
    ...form.fields.filter((field) => field.type === "consent").flatMap((field) => judgeConsent(form, field)),
    ...judgeSignIn(form),
  ];
}
