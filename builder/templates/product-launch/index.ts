import { commonBlocks, commonCss } from "../block-sets";
import { hills } from "../sections/art";
import { email, firstName } from "../sections/form";
import {
  featureList,
  footer,
  formSection,
  header,
  openingWithArt,
  questions,
  quote,
} from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. You will hear from us before everyone else.";

export const productLaunch = defineTemplate({
  id: "product-launch",
  name: "Product launch",
  goal: "Launch",
  description: "A new thing, shown large, with early access for those who leave an address.",
  title: "Lantern: a light that knows when to stop",
  metaDescription: "A lamp for the bedside table that grows dim with you. Early access from April.",
  thankYou,
  welcome: { text: "You are on the early list. You hear from us in April, before everyone else does." },
  look: { type: "friendly", radius: 20 },
  colours: { second: "#ff8a5b" },
  tokens: {
    "--accent": "#b45309",
    "--accent-ink": "#ffffff",
    "--tint": "#fbf3e4",
    "--paper": "#fffcf5",
    "--line": "#ecdfc6",
    "--ink": "#2a2118",
    "--ink-soft": "#5f5140",
  },
  blocks: commonBlocks,
  html: [
    header("Lantern", "Early access"),
    openingWithArt(
      {
        eyebrow: "New in April",
        title: "A light that knows when to stop",
        lead: "Lantern grows dim as you grow tired, and is dark when you sleep. No screen, no account, one button.",
      },
      "Get it first",
      hills({ ground: "#2f3b57", one: "#1f2940", two: "#44557a", three: "#f5b942" }),
    ),
    featureList("Small, on purpose", [
      ["spark", "One button", "Press to begin. It takes care of the rest, and forgets you in the morning."],
      ["hammer", "Mends easily", "Four screws, three parts, all of them sold singly for ten years."],
      ["lock", "No network", "It cannot be hacked, updated or switched off by anyone but you."],
    ]),
    quote(
      "It is the first clever thing in this house that does not want anything from me.",
      "From our test group",
      "Slept well for six weeks",
    ),
    formSection(
      "Be among the first hundred",
      "Leave your address. When the first lamps are ready, you may order a week before everyone else.",
      {
        name: "Early access",
        fields: [firstName(), email()],
        consent: "Write to me about Lantern until it is there, at most twice a month.",
        button: "Get it first",
        thankYou,
      },
    ),
    questions("Asked so far", [
      ["What will it cost?", "Less than ninety, with tax and post. The exact price is in the first message."],
      ["Where is it made?", "In one workshop in Jena, by eleven people."],
      ["Must I buy it then?", "No. You only hear first."],
    ]),
    footer("Lantern Lamps", "Am Anger 4, Jena"),
  ].join("\n"),
  css: commonCss,
});
