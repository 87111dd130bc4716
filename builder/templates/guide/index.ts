import { faq } from "../../blocks/faq";
import { features } from "../../blocks/features";
import { footer as footerBlock } from "../../blocks/footer";
import { header as headerBlock } from "../../blocks/header";
import { heroWithForm } from "../../blocks/hero-with-form";
import { testimonial } from "../../blocks/testimonial";
import { email, firstName } from "../sections/form";
import { featureList, footer, header, openingWithForm, questions, quote } from "../sections/sections";
import { defineTemplate } from "../template";

const thankYou = "Thank you. The guide is on its way to your mailbox.";

const cover = `<svg class="cover" viewBox="0 0 220 150" width="220" height="150" role="img" aria-label="The cover of the guide">
<path d="M20 22 L128 10 L128 140 L20 128 Z" fill="#0b5f60"/><path d="M128 10 L142 16 L142 134 L128 140 Z" fill="#083f40"/>
<path d="M36 44 L108 37" stroke="#f3e3c0" stroke-width="7"/><path d="M36 60 L92 55" stroke="#f3e3c0" stroke-width="7"/>
<path d="M54 118 V92 a18 18 0 0 1 36 -3 V114 Z" fill="#e8a33d"/><circle cx="82" cy="102" r="2.5" fill="#083f40"/>
<path d="M150 136 h52" stroke="#dfdad0" stroke-width="3"/><path d="M158 124 h44" stroke="#dfdad0" stroke-width="3"/></svg>`;

export const guide = defineTemplate({
  id: "guide",
  name: "Free guide",
  goal: "Leads",
  description: "A download in exchange for an address: the promise on the left, the form on the right.",
  title: "Ten repairs anyone can do at home",
  metaDescription: "A free guide of 24 pages: ten repairs, the tools they need, and what to leave to others.",
  thankYou,
  welcome: {
    text: "Here is the guide you asked for: ten repairs, the tools they need, and what to leave to others.",
    button: "Read the guide",
  },
  look: { type: "editorial" },
  colours: { second: "#d97706" },
  blocks: [headerBlock, heroWithForm, features, testimonial, faq, footerBlock],
  html: [
    header("Mending House", "Get the guide"),
    openingWithForm(
      {
        eyebrow: "Free guide, 24 pages",
        title: "Ten repairs anyone can do at home",
        lead: "From a dripping tap to a chair that wobbles: what you need, how it goes, and when to leave it alone.",
        ticks: [
          "One page for each repair",
          "A list of eleven tools, no more",
          "Drawings instead of long words",
        ],
      },
      {
        name: "Guide",
        heading: "Where shall we send it?",
        fields: [firstName(), email()],
        consent: "Also write to me about once a month with a new repair. I can stop at any time.",
        button: "Send me the guide",
        thankYou,
      },
      cover,
    ),
    featureList("What you will find inside", [
      [
        "drop",
        "Water",
        "Taps, siphons and a running cistern. The three turns of a spanner that solve most of them.",
      ],
      [
        "chair",
        "Wood",
        "Loose joints, scratched tops, drawers that stick. Glue that holds and glue that does not.",
      ],
      ["bolt", "Current", "What you may do yourself with a lamp, and where the law and good sense stop you."],
    ]),
    quote(
      "I mended the kitchen tap with page six open on the counter. It took a quarter of an hour and one washer.",
      "A reader in Leeds",
      "Had never held a spanner",
    ),
    questions("Before you ask", [
      ["Does it cost anything?", "No. You give an address so that we can send it, and that is all."],
      [
        "Will you write to me all the time?",
        "Only if you tick the box, about once a month, and every message can be stopped with one press.",
      ],
      ["Can I pass it on?", "Please do. Print it and leave it in the workshop."],
    ]),
    footer("Mending House", "14 Canal Street, Leeds"),
  ].join("\n"),
  css: `.cover{display:block;margin-top:2.25rem;max-width:100%;height:auto}
.form-title{font-size:1.5rem;margin:0}`,
});
