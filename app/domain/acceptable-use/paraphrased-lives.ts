import type { TopicTerms } from "./sensitive-topic";

/** Questions about a person's life that name no topic, and what such words mean elsewhere. */
type Paraphrases = Pick<TopicTerms, "paraphrased" | "harmless">;

export const healthParaphrases: Paraphrases = {
  paraphrased: {
    en: "what ails you, are you ill/sick/unwell, do you feel ill/sick/unwell, what do you suffer from, what are you suffering from, pills/meds ~ you take/taking/need, take/taking ~ pills/meds/drugs, what ~ your doctor say/says/told/prescribed/prescribes, why ~ you see/seeing ~ doctor/therapist/psychiatrist, are you expecting a baby/child, ever been hospitalised/hospitalized, wrong with your body",
    de: "was fehlt ihnen/dir, woran leiden/leidest sie/du, sind/bist sie/du krank, tabletten/pillen/arznei/arzneimittel ~ nehmen/nimmst/brauchen, weshalb/warum ~ arzt/therapie, was sagt ~ arzt, erwarten sie ein kind, erwartest du ein kind",
    fr: "de quoi souffrez/souffres vous/tu, etes/es vous/tu malade/malades, cachets/comprimes/pilules ~ prenez/prends, attendez/attends vous/tu un enfant/bebe",
    es: "de que sufre/sufres/padece/padeces, esta/estas enfermo/enferma, pastillas ~ toma/tomas, espera/esperas un bebe/hijo",
    it: "di che/cosa cosa/che soffre/soffri, di cosa soffre/soffri, sei malato/malata, pillole/pastiglie/compresse ~ prende/prendi, aspetta/aspetti un bambino/figlio",
    nl: "waaraan lijdt/lijd u/je, bent/ben u/je ziek, pillen/tabletten ~ slikt/slik/neemt/neem, verwacht u/je een kind/baby",
    pt: "de que sofre/sofres/padece, esta/estas doente, comprimidos/remedios ~ toma/tomas, espera/esperas um bebe/filho",
    pl: "na co chorujesz/choruje/cierpisz/cierpi, co ci dolega, co ~ dolega, jestes/jest chory/chora, tabletki/pigulki/lekarstwa ~ bierzesz/bierze",
    cs: "cim trpite/trpis, na co ~ lecite/lecis, jste/jsi nemocny/nemocna/nemocni, prasky/tablety ~ berete/beres, cekate/cekas dite/miminko",
    sk: "na co trpite/trpis, na co ~ liecite/liecis, ste/si chory/chora, tabletky/prasky ~ beriete/beries, cakate/cakas dieta/babatko",
    hi: "क्या आप बीमार, कौन सी गोलियां/गोली",
    ar: "هل أنت مريض, مم تعاني, مما تعاني",
  },
  harmless: {
    en: "dog*, cat, cats, pet*, horse*, hund*, katze*, tier*, chien*, chat, perro*, gato*, cane, gatto",
  },
};

export const beliefParaphrases: Paraphrases = {
  paraphrased: {
    en: "do you pray, god/gods/deity ~ you/u pray/worship/believe, pray/worship/believe in/to ~ god/gods, where ~ you worship/pray, place of worship, mosque/synagogue/temple/church/parish ~ you attend/belong/go",
    de: "glauben/glaubst sie/du an ~ gott, an welchen gott, woran glauben/glaubst sie/du, an was glauben/glaubst sie/du, beten/betest sie/du, zu wem beten/betest",
    fr: "croyez/crois vous/tu en dieu, en quel dieu, en quoi croyez/crois, priez/pries vous/tu",
    es: "cree/crees en dios, en que dios, en que cree/crees, reza/rezas usted/tu",
    it: "crede/credi in dio, in quale dio, in che/cosa cosa/che crede/credi, in cosa crede/credi",
    nl: "gelooft/geloof u/je in ~ god, in welke god, waarin gelooft/geloof, bidt/bid u/je",
    pt: "acredita/acreditas em deus, cre em deus, em que deus, em que acredita/acreditas",
    pl: "wierzysz/wierzy w boga, w co wierzysz/wierzy, w jakiego boga, modlisz/modli sie",
    cs: "verite/veris v boha, v co verite/veris, v jakeho boha, modlite/modlis se",
    sk: "verite/veris v boha, v co verite/veris, v akeho boha, modlite/modlis sa",
    hi: "किस भगवान, भगवान ~ मानते/विश्वास",
    ar: "هل تؤمن بالله, أي إله",
  },
};

export const voteParaphrases: Paraphrases = {
  paraphrased: {
    en: "who/whom gets your vote, who/whom ~ you vote/voted/voting for, party/candidate ~ you vote/voted/voting for",
    de: "wen wahlen/wahlst/wahlten sie/du, wem ~ stimme ~ geben/gibst, wen wurden/wurdest ~ wahlen",
    fr: "pour qui votez/votes/voteriez/voterez/vote, pour qui avez/as ~ vote",
    es: "a quien vota/votas/votaria/votarias/voto/votaste, por quien vota/votas/votaria/votarias/voto/votaste",
    it: "per chi vota/voti/voterebbe/voteresti, per chi ha/hai votato",
    nl: "op wie stemt/stem/stemde u/je",
    pt: "em quem vota/votas/votou/votaria, por quem vota",
    pl: "na kogo glosujesz/glosuje/zaglosujesz/glosowales/glosowalas",
    cs: "koho volite/volis/jste ~ volil/volili, koho budete/budes volit, koho volite/volis",
    sk: "koho volite/volis, koho budete/budes volit",
    hi: "किसे/किसको वोट",
    ar: "لمن تصوت/ستصوت/صوت",
  },
  harmless: {
    en: "favourite, favorite, best, contest, award*, logo, name, design, photo, picture, band, dog, cat",
  },
};

export const meansParaphrases: Paraphrases = {
  paraphrased: {
    en: "how much ~ you/u earn/earning, what ~ you earn/owe/earning, how much money ~ you make/have/owe, how much do/did you owe/make ~ month/year/week, how much do/does you/u owe, how much ~ in the bank, what ~ your/you take home ~ pay/month, do you owe ~ money",
    de: "viel/wieviel verdienen/verdienst sie/du, was verdienen/verdienst sie/du, viel/wieviel geld haben/hast/verdienen/verdienst/schulden/schuldest",
    fr: "combien gagnez/gagnes/devez/dois vous/tu, combien d argent avez/as",
    es: "cuanto gana/ganas/cobra/cobras/debe/debes, cuanto dinero tiene/tienes",
    it: "quanto guadagna/guadagni, quanti soldi/debiti ha/hai",
    nl: "hoeveel verdient/verdien u/je, hoeveel geld heeft/heb",
    pt: "quanto ganha/ganhas, quanto voce ganha, quanto dinheiro tem/tens",
    pl: "ile zarabiasz/zarabia/zarabiacie, ile masz pieniedzy/dlugow",
    cs: "kolik vydelavate/vydelavas/dluzite/dluzis, kolik berete/beres ~ mesicne",
    sk: "kolko zarabate/zarabas/dlhujete/dlhujes",
    hi: "कितना/कितने कमाते/कमाती",
    ar: "كم تكسب/تجني/تتقاضى",
  },
  harmless: {
    en: "company, business, shop, store, sales, revenue*, turnover, leads, customers, points, miles, units, products, videos, firma, umsatz*, unternehmen*, punkte, entreprise, chiffre d affaires, points, empresa, ventas, puntos, azienda, vendite, punti, bedrijf, omzet, punten, vendas, pontos, firma, firmie, punktow, sprzedaz*, firme, bodu, bodov, trzby",
  },
};

export const originParaphrases: Paraphrases = {
  paraphrased: {
    en: "where ~ your ancestors/parents/grandparents/family ~ from, colour/color of your skin, what colour/color ~ your skin, are you black/white/brown/asian",
    de: "woher ~ eltern/vorfahren/grosseltern, farbe ~ haut, wo kommen sie/du ursprunglich",
    fr: "d ou viennent ~ parents/ancetres/grands, couleur ~ peau",
    es: "de donde son/vienen ~ padres/antepasados/abuelos, color ~ piel",
    it: "da dove vengono ~ genitori/antenati/nonni, colore ~ pelle",
    nl: "waar komen ~ ouders/voorouders/grootouders, kleur ~ huid",
    pt: "de onde sao/vem ~ pais/antepassados/avos, cor ~ pele",
    pl: "skad pochodza ~ rodzice/przodkowie/dziadkowie, kolor ~ skory",
    cs: "odkud pochazeji/jsou ~ rodice/predci/prarodice, barva/barvu ~ pleti/kuze",
    sk: "odkial pochadzaju/su ~ rodicia/predkovia, farba/farbu ~ pleti/koze",
  },
  harmless: {
    en: "foundation, make, makeup, cosmetic*, concealer, leather, bag*, shoe*, sofa, dog*, cat, horse*, tattoo*, make up, schminke, leder*, tasche*, maquillage, cuir, sac, maquillaje, cuero, bolso, trucco, borsa, leer, tas, maquilhagem, couro, skorzan*, torb*",
  },
};

export const loveParaphrases: Paraphrases = {
  paraphrased: {
    en: "who/whom ~ you sleep/slept with, attracted to ~ men/women/both/whom, who/whom ~ you attracted to",
    de: "mit wem schlafen/schlafst sie/du, stehen/stehst sie/du auf manner/frauen, zu wem fuhlen/fuhlst ~ hingezogen",
    fr: "avec qui couchez/couches, attire/attiree par ~ hommes/femmes",
    es: "con quien ~ acuesta/acuestas, gustan los/las hombres/mujeres, atraido/atraida por",
    it: "con chi va/vai a letto, piacciono gli/le uomini/donne, attratto/attratta da",
    nl: "met wie slaapt/slaap, valt/val u/je op mannen/vrouwen",
    pt: "com quem dorme/dormes, gosta/gostas de homens/mulheres",
    pl: "z kim sypiasz/sypia, wolisz/woli kobiety/mezczyzn",
    cs: "s kym spite/spis, pritahuji ~ muzi/zeny",
    sk: "s kym spite/spavate/spis, pritahuju ~ muzi/zeny",
  },
};
