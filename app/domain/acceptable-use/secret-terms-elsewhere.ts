import type { Terms } from "./match-terms";

/** The plain words for secrets in languages that pages are not written in here, but forms may be. */
export const cardElsewhere: Terms = {
  bg: "номер на карта, номер на картата, кредитна карта, дебитна карта",
  da: "kortnummer*, kreditkort*, betalingskort*, dankort*",
  el: "αριθμος καρτας, πιστωτικη καρτα, πιστωτικης καρτας, χρεωστικη καρτα",
  fi: "kortin numero*, korttinumero*, luottokort*, maksukort*, pankkikort*",
  hr: "broj kartice, kreditna kartica, kreditne kartice, broj kreditne kartice",
  hu: "kartyaszam*, bankkartya*, hitelkartya*, kartya szama",
  ja: "*カード番号*, *クレジットカード*, *セキュリティコード*",
  ko: "*카드번호*, 카드 번호*, *신용카드*, 신용 카드*",
  no: "kortnummer*, kredittkort*, betalingskort*, bankkort*",
  ro: "numar card, numarul cardului, card de credit, card bancar, numarul de pe card",
  ru: "номер карты, номер банковской карты, номер карточки, банковская карта, банковской карты, кредитная карта, кредитной карты",
  sv: "kortnummer*, kreditkort*, betalkort*, bankkort*",
  tr: "kart numaras*, kredi kart*, banka kart*",
  uk: "номер картки, номер банківської картки, кредитна картка, кредитної картки",
  zh: "*信用卡*, *银行卡*, *銀行卡*, *卡号*, *卡號*, *借记卡*",
};

/** Cards that nobody pays with. */
export const otherCardsElsewhere: Terms = {
  bg: "номер на карта за отстъпки",
  el: "αριθμος καρτας μελους",
  hr: "broj kartice vjernosti, broj kartice clana",
  ja: "*会員カード番号*, *ポイントカード番号*",
  ko: "*회원카드번호*, 회원 카드번호*, 회원 카드 번호*, *포인트카드번호*, 포인트 카드 번호*",
  ro: "numar card de fidelitate, numar card fidelitate",
  ru: "номер карты лояльности, номер карты клиента, номер карты постоянного",
  tr: "uye kart numaras*, sadakat kart numaras*",
  uk: "номер картки лояльності, номер картки клієнта",
  zh: "*会员卡号*, *會員卡號*, *会员卡卡号*",
};

export const accountElsewhere: Terms = {
  bg: "банкова сметка, банковата сметка",
  da: "kontonummer*, bankkonto*",
  el: "τραπεζικος λογαριασμος, τραπεζικου λογαριασμου, αριθμος λογαριασμου",
  fi: "tilinumero*, pankkitili*",
  hr: "bankovni racun, broj racuna",
  hu: "bankszamla*, szamlaszam*",
  ja: "*口座番号*, *銀行口座*",
  ko: "*계좌번호*, 계좌 번호*, *은행계좌*",
  no: "kontonummer*, bankkonto*",
  ro: "cont bancar, contul bancar, numar de cont",
  ru: "номер счета, банковский счет, банковского счета, расчетный счет",
  sv: "kontonummer*, bankkonto*",
  tr: "banka hesab*, hesap numaras*",
  uk: "номер рахунку, банківський рахунок, банківського рахунку",
  zh: "*银行账号*, *银行账户*, *銀行帳號*, *銀行帳戶*",
};

export const passwordElsewhere: Terms = {
  bg: "парола, паролата",
  da: "adgangskode*, kodeord*, password*",
  el: "κωδικος προσβασης, κωδικο προσβασης, συνθηματικο*",
  fi: "salasana*, tunnusluku*",
  hr: "lozinka, lozinku, zaporka, zaporku",
  hu: "jelszo*, jelszav*",
  ja: "*パスワード*, *暗証番号*",
  ko: "*비밀번호*, *패스워드*, 비밀 번호*",
  no: "passord*, passordet",
  ro: "=parola, parola ta, parola contului",
  ru: "пароль, пароля, паролем, секретное слово, пин код",
  sv: "losenord*, losen, pinkod*",
  tr: "sifre, sifren*, sifreniz*, parolan*, parolaniz*",
  uk: "пароль, пароля, паролем, секретне слово",
  zh: "*密码*, *密碼*, *口令*",
};

export const identityElsewhere: Terms = {
  bg: "егн, номер на лична карта, паспорт*",
  da: "cpr nummer*, cpr nr, personnummer*, pasnummer*, korekort*",
  el: "αριθμος ταυτοτητας, αμκα, διαβατηριο*, αριθμος διαβατηριου",
  fi: "henkilotunnus*, passin numero*, ajokort*",
  hr: "broj osobne iskaznice, putovnic*",
  hu: "szemelyi szam*, szemelyi igazolvany*, utlevel*, adoazonosito*, taj szam*",
  ja: "*マイナンバー*, *パスポート番号*, *運転免許証*",
  ko: "*주민등록번호*, *여권번호*, 여권 번호*",
  no: "fodselsnummer*, personnummer*, passnummer*, forerkort*",
  ro: "cnp, cod numeric personal, buletin de identitate, carte de identitate, pasaport*",
  ru: "паспорт, паспорта, паспортные данные, серия и номер, снилс",
  sv: "personnummer*, passnummer*, korkort*",
  tr: "tc kimlik*, kimlik numaras*, pasaport*, ehliyet*",
  uk: "паспорт, паспорта, паспортні дані, рнокпп",
  zh: "*身份证*, *身分證*, *护照*, *護照*",
};
