import { placeholderLinks } from "../../document/placeholder-link";
import { defineMailTemplate, heading, mailPage, paragraph, row, rule, subheading } from "../mail-template";

const accent = "#0b5f60";

const story = (title: string, text: string): string =>
  row(
    subheading(title) +
      paragraph(text) +
      paragraph(`<a href="${placeholderLinks.story}" style="color:${accent};font-weight:600">Read on</a>`),
  );

export const newsletter = defineMailTemplate({
  id: "newsletter",
  name: "Newsletter",
  description: "A greeting and three stories, each with a link to read on.",
  subject: "What we mended in October",
  preheader: "Three stories from the workshop, and the date of the next evening.",
  html: mailPage({
    title: "Newsletter",
    accent,
    ground: "#f4f1ea",
    body: [
      row(
        heading("What we mended in October") +
          paragraph("Good day {{first_name|to you}},") +
          paragraph("This month in three short stories. Each leads to a page where there is more of it."),
        "36px 40px 8px",
      ),
      rule,
      story(
        "A lamp from 1931",
        "It had been silent for forty years. The fault was a single wire, and nobody had looked.",
      ),
      rule,
      story(
        "Glue that holds",
        "We tried five of them on the same chair. Two are worth their price, one is worth nothing.",
      ),
      rule,
      story(
        "Next evening: 12 November",
        "Bring whatever is made of cloth. Two tailors will be there, and their machines.",
      ),
      row(paragraph("Until then,<br>The people of the workshop"), "0 40px 28px"),
    ].join("\n"),
  }),
});
