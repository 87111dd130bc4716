import { commonBlocks, commonCss } from "../block-sets";
import { book as openBook } from "../sections/art";
import { email, firstName } from "../sections/form";
import { story } from "../sections/parts";
import { footer, formSection, openingWithArt, questions, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. The first chapter is on its way to you.";

export const book = defineTemplate({
  id: "book",
  name: "Book",
  goal: "Audience",
  description: "A book before it comes out: first chapter for an address.",
  title: "The slow post",
  metaDescription: "A novel in letters. Read the first chapter before it is out.",
  thankYou,
  welcome: {
    text: "Here is the first chapter, as you asked. The rest comes as slowly as the post in it.",
    button: "Read the first chapter",
  },
  look: { type: "literary", radius: 2, spacing: 1.1, width: 64 },
  colours: {
    accent: "#8a3324",
    second: "#dfb15b",
    tint: "#f3ead9",
    paper: "#fbf6ec",
    line: "#d6c5a4",
    ink: "#2a1d14",
    inkSoft: "#5f4f40",
    surface: "#fffdf8",
  },
  blocks: commonBlocks,
  html: [
    openingWithArt(
      {
        eyebrow: "A novel. Out on 2 October",
        title: "The slow post",
        lead: "In 1951 a postwoman begins to answer the letters that nobody can deliver.",
      },
      "Read the first chapter",
      openBook({ ground: "#ead7b5", one: "#8a3324", two: "#2a1d14", three: "#dfb15b" }),
    ),
    quote("I missed my stop, and was glad of it.", "From a first reader", "On the 7.42"),
    story("How it begins", [
      "The letter had no street, no number and, strictly speaking, no town. It said: to the man who repairs the lighthouse, or to whoever has his coat.",
      "Agnes Pell put it into her bag, because it was Friday and because it smelled of oranges. On Monday she answered it.",
      "By the end of the month there were eleven of them, and two had been answered back.",
    ]),
    formSection("Read the first chapter", "Twenty-two pages, as a file for any reader.", {
      name: "First chapter",
      fields: [firstName(), email()],
      consent: "Tell me when the book is out, and of readings near me. I can stop at any time.",
      button: "Send me the chapter",
      thankYou,
    }),
    questions("About the book", [
      ["Where can I order it?", "In any bookshop. There is a list in the mail with the chapter."],
      ["Will there be a reading near me?", "Eleven are planned. Tick the box, and you hear of them."],
    ]),
    footer("Agnes Pell Books", "3 Lighthouse Lane, Whitby"),
  ].join("\n"),
  css: commonCss,
});
