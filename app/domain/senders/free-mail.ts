const names =
  "gmail googlemail outlook hotmail msn yahoo ymail rocketmail aol icloud t-online freenet protonmail tutanota yandex wanadoo laposte sfr libero virgilio tiscali onet interia seznam azet rambler qq 163 126 sina naver daum rediffmail fastmail comcast verizon btinternet ziggo kpnmail telenet skynet bluewin uol";

const free = new Set(names.split(" "));

/** Providers whose names are words of daily life: only with exactly these endings. */
const exact = new Set(
  "mail.com mail.ru mail.de email.de email.com me.com mac.com live.com hey.com pm.me list.ru inbox.ru bk.ru web.de free.fr wp.pl o2.pl orange.fr alice.it planet.nl att.net zoho.com zoho.eu proton.me gmx.net gmx.de gmx.at gmx.ch gmx.com tuta.io tuta.com".split(
    " ",
  ),
);

/** Mailboxes for everybody: nobody else may send in the name of such a domain. */
export function isFreeMailDomain(domain: string): boolean {
  const lower = domain.toLowerCase();
  if (exact.has(lower)) return true;
  const [first = "", ...rest] = lower.split(".");
  const ending = rest.join(".");
  const short = /^(?:com|net|org|[a-z]{2}|co\.[a-z]{2}|com\.[a-z]{2}|ne\.jp)$/.test(ending);
  return free.has(first) && short;
}
