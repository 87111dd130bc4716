import type { TopicTerms } from "./sensitive-topic";

/** Roundabout ways to ask for what `secret-terms` names, and what such words mean elsewhere. */
type Paraphrases = Pick<TopicTerms, "paraphrased" | "harmless">;

const things =
  "voucher*, coupon*, gift, serial, router, meter, warranty, gutschein*, seriennummer*, gerat*, zahler*, cadeau, appareil, compteur, cupon*, regalo, aparato, buono, matricola, kortingscode*, apparaat, cupom, presente, aparelho, kupon*, urzadzeni*, poukaz*, zariaden*, zarizeni*, कूपन, वाउचर, *قسيمة, *كوبون";

const games = `${things}, promo*, discount, giveaway, raffle, referral, podcast, episode, radio, show, ad, advert, flyer, poster, quiz, game, riddle, puzzle, escape, treasure, contest, competition, santa, ingredient*, rabatt*, aktion*, gewinnspiel*, ratsel*, code promo, jeu, concours, descuento, sorteo, concurso, juego, sconto, concorso, gioco, prijsvraag, spel, desconto, sorteio, jogo, rabat*, konkurs*, gra, soutez*, slev*, sutaz*, zlav*, *خصم, *مسابقة`;

const otherCards =
  "loyalty, member*, club, library, business card*, visiting, greeting, birthday, wedding, christmas, playing, memory, sim, sd, travel, bus, transit, student, points, post, menu, map, score, flash, graphics, sound, network, kundenkarte*, sim karte, karte von, landkarte*, speisekarte, fidelite, membre, adherent*, etudiant*, visite, sim, grise, memoire, jeu, bibliotheque, transport, fidelidad, socio, visita, embarque, memoria, puntos, biblioteca, transporte, fedelta, visita, punti, imbarco, riciclata, klantenkaart*, ov, museum*, bibliotheek, fidelidade, cliente, memoria, pontos, lojalnosciow*, klienta, stalego, miejsk*, bibliotecz*, podarunkow*, vernostni*, vernostn*, zakaznick*, zakaznik*, clensk*, darkov*, darcekov*, kniznic*, knihovn*, सदस्यता, सिम, पुस्तकालय, *عضوية, *ولاء, *مكتبة, شريحة";

export const cardParaphrases: Paraphrases = {
  paraphrased: {
    en: "16/sixteen digit/digits/numbers/figures, long/embossed/raised number/digits/numbers ~ front/plastic/card/wallet, 3/4/three/four/last/final/little/security digits/numbers/figures/digit ~ on/the back/reverse/rear/flip, 3/4/three/four/last digits/numbers/figures ~ signature, digits/numbers/number/figures ~ front/back/reverse/face ~ card/plastic/visa/mastercard/amex, digits/numbers/number/figures ~ your/the card/plastic/visa/mastercard/amex/maestro, visa/mastercard/amex/maestro number/numbers/digits/no/details, your plastic, card ~ pay/paying/shop with, card ~ expires/expire/expiry/expiring, when ~ card ~ expires/expire/out, valid thru",
    de: "16/sechzehn ziffern/stellen/zahlen, 16/sechzehn stellige/stelliger/stelligen, sechzehnstellig*, 3/4/drei/vier/letzte/letzten ziffern/zahlen/stellen ~ ruckseite/hinten/unterschriftsfeld, ziffern/nummer ~ vorderseite/vorne/vorn/ruckseite/hinten ~ karte/plastikkarte/bankkarte, ziffern/nummer ~ karte/plastikkarte/bankkarte/visa/mastercard/maestro, lange/langen/erhabene nummer/zahl/ziffern ~ vorderseite/vorne/vorn, visa/mastercard/maestro nummer, karte ~ gultig/ablauft/ablaufdatum/abgelaufen, wann ~ karte ~ ab",
    fr: "16/seize chiffres, 3/4/trois/quatre chiffres ~ dos/verso/arriere, 3/trois derniers chiffres, chiffres/numero/numeros ~ recto/devant/face/dos/verso ~ carte, chiffres/numero/numeros ~ carte, chiffres/numero/numeros ~ votre/ta/ma/la cb, visa/mastercard numero, carte ~ expire/expiration/perime/valable",
    es: "16/dieciseis digitos/numeros/cifras, 3/4/tres/cuatro digitos/numeros/cifras ~ dorso/reverso/detras/atras, 3/tres ultimos digitos/numeros/cifras, digitos/numeros/numero/cifras ~ tarjeta/visa/mastercard, tarjeta ~ caduca/caducidad/vence/vencimiento",
    it: "16/sedici cifre/numeri, 3/4/tre/quattro cifre/numeri ~ retro/dietro, 3/tre ultime/ultimi cifre/numeri, cifre/numero/numeri ~ sulla/tua/sua/vostra carta, cifre/numero/numeri ~ visa/mastercard/bancomat/postepay, carta ~ scade/scadenza",
    nl: "16/zestien cijfers/nummers, 3/4/drie/vier/laatste cijfers/nummers ~ achterkant/achterop/achterzijde, cijfers/nummer/nummers ~ kaart/pas/bankpas/betaalkaart/visa/mastercard, pas/bankpas ~ verloopt/vervalt/geldig",
    pt: "16/dezesseis/dezasseis digitos/numeros/algarismos, 3/4/tres/quatro digitos/numeros/algarismos ~ verso/tras, 3/tres ultimos digitos/numeros, digitos/numeros/numero/algarismos ~ cartao/visa/mastercard, cartao ~ expira/vence/validade",
    pl: "16/szesnascie cyfr/numerow, 3/4/trzy/cztery/ostatnie cyfry ~ odwrocie/tyle/rewersie, cyfry/cyfr/numer ~ karcie/karty/visa/mastercard, szesnastocyfrow*, karta/karty ~ wygasa/waznosci/wazna",
    cs: "16/sestnact cislic/cisel/cifer, 3/4/tri/ctyri/posledni cislice/cisla/cislic ~ zadni/zadu/rubu, cislice/cisla/cislo ~ karte/karty/visa/mastercard, karta/karty ~ plati/platnost/platnosti/vyprsi",
    sk: "16/sestnast cislic/cisel/cifier, 3/4/tri/styri/posledne cislice/cisla ~ zadnej/zadu/rube, cislice/cisla/cislo ~ karte/karty/visa/mastercard, karta/karty ~ plati/platnost/platnosti/vyprsi",
    hi: "16/सोलह अंक/अंकों/नंबर, 3/तीन अंक ~ पीछे, कार्ड ~ अंक/अंकों/नंबर/संख्या, कार्ड ~ पीछे",
    ar: "16/ستة رقما/أرقام/رقم, ستة عشر رقما, الأرقام/أرقام/رقم ~ بطاقتك/البطاقة/بطاقة/الكارت, ثلاثة/3 أرقام ~ خلف/ظهر",
  },
  harmless: { en: `${things}, ${otherCards}` },
};

export const bankParaphrases: Paraphrases = {
  paraphrased: {
    en: "account ~ wages/salary/pay/paycheck/pension goes/go/lands/arrives/paid, number/digits/numbers ~ your/the bank, bank number/digits/numbers, digits/numbers/number ~ bottom ~ cheque/check/statement, digits/numbers/number ~ your/the account ~ bank, where ~ send/transfer ~ refund/money ~ account",
    de: "konto ~ gehalt/lohn/rente ~ kommt/eingeht/uberwiesen, nummer/ziffern/zahlen ~ ihrer/deiner bank, nummer/ziffern/zahlen ~ ihres/deines/ihrem/deinem konto/kontos/bankkontos, konto ~ uberweisen/uberweisung/auszahlung/erstattung",
    fr: "compte ~ salaire/paie/pension ~ verse/versee/arrive, numero/chiffres ~ votre/ta banque, chiffres ~ votre/ton compte",
    es: "cuenta ~ cobra/cobras/sueldo/ingresan/pension, numero/digitos ~ su/tu banco, digitos ~ su/tu cuenta",
    it: "conto ~ stipendio/pensione/accredito/accreditato, numero/cifre ~ sua/tua banca, cifre ~ suo/tuo conto",
    nl: "rekening ~ salaris/loon/pensioen ~ komt/gestort, cijfers/nummer ~ je/uw bank/rekening",
    pt: "conta ~ salario/ordenado/recebe/recebes/pensao, numero/digitos ~ seu/teu banco, digitos ~ sua/tua conta",
    pl: "konto ~ wyplata/pensja/emerytura/przelew/zwrot, cyfry ~ konta/rachunku, numer ~ twojego/twoim banku",
    cs: "ucet ~ chodi/prichazi ~ vyplata/mzda/duchod, cislice/cislo ~ vaseho/tveho/vase uctu/ucet/banky",
    sk: "ucet ~ chodi/prichadza ~ vyplata/mzda/dochodok, cislice/cislo ~ vasho/tvojho uctu/banky",
    hi: "बैंक ~ नंबर/अंक/अंकों, खाते ~ नंबर/अंक/अंकों/संख्या",
    ar: "أرقام/رقم ~ حسابك/بنكك/البنك, حسابك ~ راتبك/تحويل",
  },
  harmless: {
    en: "phone, telephone, hotline, branches, employees, customers, food bank, blood bank, power bank, user account, social, customer account, company name, how many, telefon*, filialen, mitarbeiter*, telephone, agences, clients, telefono, sucursales, oficinas, filiali, telefoon*, filialen, telefone, agencias, telefonu, telefonni, oddzial*, pobocek, pobociek",
  },
};

export const passwordParaphrases: Paraphrases & Pick<TopicTerms, "ambiguous" | "unless"> = {
  ambiguous: {
    en: "secret word/words/phrase/code/key/number/digits/numbers/combination",
    de: "geheime/geheimes/geheimer/geheimen/geheim wort/wortes/code/zahl/nummer/ziffern/zeichen/schlussel/kombination, geheimwort*, geheimzahl*, geheimcode*, geheimnummer*",
    fr: "mot/mots/code/phrase/numero/chiffres/cle secret/secrete/secrets/confidentiel/magique",
    es: "palabra/palabras/codigo/frase/numero/clave secreta/secreto/secretas/magica",
    it: "parola/parole/codice/frase/numero/chiave segreto/segreta/segrete/magica",
    nl: "geheime/geheim/geheimen woord/woorden/code/zin/getal/cijfers/nummer",
    pt: "palavra/palavras/codigo/frase/numero/chave secreta/secreto/secretas/magica",
    pl: "tajne/tajny/tajna/sekretne/sekretny slowo/kod/numer/cyfry/fraza/haslo",
    cs: "tajne/tajny/tajna/tajnou/tajneho slovo/slova/kod/cislo/fraze/frazi",
    sk: "tajne/tajny/tajna/tajneho slovo/slova/kod/cislo/fraza/frazu",
    hi: "गुप्त/गोपनीय कोड/नंबर/संख्या/अक्षर",
    ar: "الكلمة/كلمة/الرمز/رمز/رقم/الرقم السرية/سرية/السري/سري",
  },
  unless: { en: games },
  paraphrased: {
    en: "word/phrase/code/letters/characters/key/digits/combination ~ sign/signing/log/logging in/into/on, word/words/phrase/letters/characters/digits ~ unlock/unlocks/opens ~ account/mailbox/inbox/phone/profile, what ~ you/u type/enter ~ sign/log in/into/on, digits/numbers/code/number ~ cash/till/atm/cashpoint machine/atm/cashpoint/card, digits/numbers/code ~ atm/cashpoint, code ~ texted/sms/authenticator, code ~ sent ~ phone/mobile, code ~ text message, 6/six digit/digits code, words ~ your/the wallet, words ~ recover/restore ~ wallet/account",
    de: "zugangscode*, zugangswort*, wort/code/codewort/zeichen/zeichenfolge/kombination/ziffern mit/womit ~ anmelden/einloggen/anmeldest/einloggst, wort/code/codewort/zeichen/zeichenfolge/kombination/ziffern zum/beim/furs anmelden/einloggen/login, womit ~ anmelden/einloggen/anmeldest/einloggst, was ~ eingeben ~ anmelden/einloggen, ziffern/zahlen/code/nummer ~ geldautomat/geldautomaten/bankomat/bankomaten, code ~ sms/zugeschickt, worter ~ wallet",
    fr: "mot/phrase/lettres/code ~ connecter/connectez/connectes/identifier/identifiez, ce ~ tapez/saisissez ~ connecter, mot ~ ouvre/ouvrir/acceder ~ compte/boite/messagerie, chiffres/code ~ distributeur/guichet, code ~ recu/envoye ~ sms/telephone, code sms",
    es: "palabra/frase/letras ~ que/para entrar/entra/entras/acceder/accede/accedes/iniciar/inicia/inicias, lo que escribe/escribes ~ entrar/acceder, digitos/numeros/codigo ~ cajero, codigo ~ recibio/recibiste/recibido/enviamos/enviado ~ sms/movil/telefono, codigo sms",
    it: "parola/frase/lettere ~ cui/per accedere/accedi/accede/entrare/entri/entra, cosa scrivi/digiti ~ accedere/entrare, cifre/numeri/codice ~ bancomat, codice ~ ricevuto/inviato ~ sms/telefono, codice sms",
    nl: "woord/code/cijfers ~ inlogt/inloggen, waarmee ~ inlogt/inloggen, wat ~ intypt ~ inloggen, cijfers/code ~ geldautomaat/pinautomaat, code ~ sms",
    pt: "palavra/frase/letras ~ que/para entrar/entra/acessar/acessa/aceder/acede, o que digita/escreve ~ entrar/aceder/acessar, digitos/numeros/codigo ~ caixa eletronico/automatico, digitos/numeros/codigo ~ multibanco, codigo ~ recebeu/recebido/enviamos/enviado ~ sms/telemovel/celular, codigo sms",
    pl: "slowo/slowa/fraza/fraze/znaki ~ logujesz/loguje/logowania/zalogowac, czym/czego ~ logujesz/loguje/logowania, cyfry/kod ~ bankomat/bankomatu/bankomacie, kod ~ sms/smsem/smsie",
    cs: "slovo/fraze/znaky ~ kterym/kterou/kterymi ~ prihlasujete/prihlasujes/prihlasite, cim se prihlasujete/prihlasujes, cislice/cisla/kod ~ bankomat/bankomatu, kod ~ sms/smsky",
    sk: "slovo/fraza/znaky ~ ktorym/ktorou/ktorymi ~ prihlasujete/prihlasujes/prihlasite, cim sa prihlasujete/prihlasujes, cislice/cisla/kod ~ bankomat/bankomatu, kod ~ sms/smsky",
    hi: "शब्द/कोड/अक्षर ~ लॉगिन/साइन, ओटीपी",
    ar: "الكلمة/كلمة/الرمز/رمز ~ تسجيل/لتسجيل الدخول, الكلمة/كلمة/الرمز/رمز ~ للدخول/تدخل",
  },
  harmless: {
    en: "problem*, error, trouble, cannot, can t, could not, campus, gate, door, garage, lockbox, parking, invitation, einladung*, voucher*, coupon*, gutschein*, fehler*, erreur, probleem, chyb*, blad*",
  },
};

export const identityParaphrases: Paraphrases = {
  paraphrased: {
    en: "number/digits/code/id ~ government/state/taxman/irs/hmrc gave/gives/issued/assigned, number/digits ~ taxes/tax/revenue office/man/authority/return, 9/nine digits ~ government/social/tax/birth, document/booklet/papers ~ travel/fly/border/abroad with, identity/identification papers, photo ~ identity/identification, number/digits ~ licence/license ~ drive/driving",
    de: "nummer/kennziffer ~ behorde/staat/finanzamt/amt, dokument/papier/papiere ~ ausweisen/ausweist, ausweisdokument*, ausweispapier*, ausweiskopie*, identitatsnachweis*, kopie ~ ausweises, nummer/kennnummer ~ ausweis/ausweises/pass/passes/reisedokument*",
    fr: "numero ~ impots/fisc/etat/administration, papiers d identite, numero ~ papiers, numero ~ identite/passeport",
    es: "numero ~ asignado/dio ~ hacienda/gobierno/estado, numero ~ hacienda/gobierno/estado ~ asignado/dio, papeles ~ identidad, numero ~ identidad/pasaporte/cedula",
    it: "numero ~ fisco/stato/governo, documenti d identita, numero ~ passaporto/identita",
    nl: "nummer ~ belastingdienst/overheid/staat, identiteitsdocument*, legitimatiebewijs*, nummer ~ legitimatie/paspoort",
    pt: "numero ~ financas/governo/estado, documentos de identidade, numero ~ identidade/passaporte",
    pl: "dokument/dokumentu tozsamosci, numer ~ tozsamosci/dowodu/paszportu",
    cs: "doklad/dokladu totoznosti, cislo ~ obcanky/obcanskeho/pasu",
    sk: "doklad/dokladu totoznosti, cislo ~ obcianskeho/pasu",
    hi: "पहचान पत्र, सरकारी ~ नंबर/संख्या",
    ar: "رقم ~ الحكومة/الضريبي, *وثيقة السفر, *أوراق الثبوتية",
  },
  harmless: {
    en: "company, business, vat, organisation, organization, employees, how many, office address, phone, project, permit, firma, firmen*, unternehmen*, entreprise, societe, empresa, azienda, bedrijf, firmy, faktur*",
  },
};
