import {
  biometricsTerms,
  employmentTerms,
  financesTerms,
  geneticsTerms,
  sexLifeTerms,
} from "./intimate-terms";
import type { Terms } from "./match-terms";
import {
  beliefParaphrases,
  healthParaphrases,
  loveParaphrases,
  meansParaphrases,
  originParaphrases,
  voteParaphrases,
} from "./paraphrased-lives";
import {
  bankParaphrases,
  cardParaphrases,
  identityParaphrases,
  passwordParaphrases,
} from "./paraphrased-secrets";
import { ethnicityTerms, healthTerms, politicsTerms, religionTerms, unionTerms } from "./personal-terms";
import { bankAccountTerms, governmentIdTerms, passwordTerms, paymentCardTerms } from "./secret-terms";
import {
  accountElsewhere,
  cardElsewhere,
  identityElsewhere,
  otherCardsElsewhere,
  passwordElsewhere,
} from "./secret-terms-elsewhere";
import { defineTopic, type SensitiveTopic, type TopicTerms } from "./sensitive-topic";

const drop = "Remove the field. It may not be collected here, also not with consent.";
const payElsewhere = "Remove the field. Take payments through a payment provider's own page and link to it.";
const noPasswords =
  "Remove the field. Nobody may be asked for a password or code here; link to your own sign-in page instead.";

const alsoElsewhere = (terms: TopicTerms, strong: Terms, innocent: Terms = {}): TopicTerms => ({
  ...terms,
  strong: { ...terms.strong, ...strong },
  innocent: { ...terms.innocent, ...innocent },
});

/** What the acceptable use policy forbids to collect, in the order of the policy. */
export const sensitiveTopics: readonly SensitiveTopic[] = [
  defineTopic(
    { id: "payment-card", noun: "payment card data", typed: true, remedy: payElsewhere },
    { ...alsoElsewhere(paymentCardTerms, cardElsewhere, otherCardsElsewhere), ...cardParaphrases },
  ),
  defineTopic(
    { id: "bank-account", noun: "bank account data", typed: true, remedy: payElsewhere },
    { ...alsoElsewhere(bankAccountTerms, accountElsewhere), ...bankParaphrases },
  ),
  defineTopic(
    { id: "password", noun: "a password or secret code", typed: true, remedy: noPasswords },
    { ...alsoElsewhere(passwordTerms, passwordElsewhere), ...passwordParaphrases },
  ),
  defineTopic(
    { id: "government-id", noun: "an official identity number or document", typed: true, remedy: drop },
    { ...alsoElsewhere(governmentIdTerms, identityElsewhere), ...identityParaphrases },
  ),
  defineTopic(
    { id: "health", noun: "health data", typed: false, remedy: drop },
    { ...healthTerms, ...healthParaphrases },
  ),
  defineTopic(
    { id: "ethnicity", noun: "race or ethnic origin", typed: false, remedy: drop },
    { ...ethnicityTerms, ...originParaphrases },
  ),
  defineTopic(
    { id: "politics", noun: "political opinions", typed: false, remedy: drop },
    { ...politicsTerms, ...voteParaphrases },
  ),
  defineTopic(
    { id: "religion", noun: "religion or belief", typed: false, remedy: drop },
    { ...religionTerms, ...beliefParaphrases },
  ),
  defineTopic({ id: "union", noun: "trade union membership", typed: false, remedy: drop }, unionTerms),
  defineTopic({ id: "genetics", noun: "genetic data", typed: false, remedy: drop }, geneticsTerms),
  defineTopic({ id: "biometrics", noun: "biometric data", typed: false, remedy: drop }, biometricsTerms),
  defineTopic(
    { id: "sex-life", noun: "sex life or sexual orientation", typed: false, remedy: drop },
    { ...sexLifeTerms, ...loveParaphrases },
  ),
  defineTopic(
    { id: "finances", noun: "a person's finances", typed: false, remedy: drop },
    { ...financesTerms, ...meansParaphrases },
  ),
  defineTopic(
    { id: "employment", noun: "employment records or pay", typed: false, remedy: drop },
    employmentTerms,
  ),
];
