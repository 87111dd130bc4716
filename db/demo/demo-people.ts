export interface DemoPerson {
  name: string;
  email: string;
  item: string;
  /** Days before now, with a part of a day. */
  daysAgo: number;
  consents: boolean;
  tracking: boolean;
  source: string;
}

const earlier = [
  "Ida Lund|Marek Kowalski|Zuzana Horáková|Felix Braun|Amina Diallo|Pieter de Vries|Elena Popescu|Óscar Ruiz",
  "Greta Hansen|Matteo Conti|Yusuf Demir|Camille Laurent|Anouk Peeters|Milan Jovanović|Ruth Adler|Sven Nyberg",
  "Inês Almeida|Karel Beneš|Lotte Visser|Farid Rahimi|Olga Sokolova|Hugo Martin|Nadia Benali|Tomáš Kučera",
].flatMap((line) => line.split("|"));

const latest = [
  ["Ada Brunner", "A lamp"],
  ["Jonas Weber", "A bicycle"],
  ["Maria Silva", "Grandmother's chair"],
  ["Tom Okafor", "A radio"],
  ["Leïla Haddad", "A toaster"],
  ["Piotr Nowak", ""],
  ["Sofia Rossi", "A sewing machine"],
  ["Emil Larsen", "A lamp"],
  ["Hana Dvořáková", "Headphones"],
  ["Noor Khan", "A bicycle"],
  ["Clara Jansen", "A chair"],
  ["Luis Ortega", "A kettle"],
] as const;

const items = ["A lamp", "A bicycle", "A chair", "A radio", "", "A jacket", "A kettle"];
const sources = ["newsletter", "poster", "friends", ""];
const pick = (from: readonly string[], index: number) => from[index % from.length] ?? "";

const person = (name: string, item: string, index: number, daysAgo: number): DemoPerson => ({
  name,
  item,
  daysAgo,
  email: `${name
    .normalize("NFKD")
    .replace(/[^a-zA-Z ]/g, "")
    .toLowerCase()
    .replace(/ /g, ".")}@example.org`,
  consents: index % 5 !== 4,
  tracking: index % 3 !== 2,
  source: pick(sources, index),
});

/** Days before now on which the sample campaign went out: between the earlier and the latest people. */
export const demoCampaignDaysAgo = 12.6;

/** Oldest first. */
export const demoPeople: readonly DemoPerson[] = [
  ...earlier.map((name, index) => person(name, pick(items, index), index + 1, 27.4 - index * 0.58)),
  ...latest.map(([name, item], index) => person(name, item, index, 12 - index - 0.1)),
];
