import { placeholderLinks } from "../../document/placeholder-link";
import { button, defineMailTemplate, heading, mailPage, paragraph, row } from "../mail-template";

const accent = "#9a3412";

export const announcement = defineMailTemplate({
  id: "announcement",
  name: "Announcement",
  description: "One piece of news, one picture in words, one button.",
  subject: "It is open, {{first_name|come and see}}",
  preheader: "You were on the list: here is the door.",
  html: mailPage({
    title: "Announcement",
    accent,
    ground: "#f7efe6",
    body: [
      row(
        heading("It is open", 34) +
          paragraph("Good day {{first_name|to you}},") +
          paragraph(
            "you asked us to tell you when it begins. It begins today, and people on the list come first.",
          ) +
          paragraph(
            "It takes two minutes to look around. If it is not for you, close the door again and nothing more happens.",
          ),
        "40px 40px 8px",
      ),
      row(button("Come in", placeholderLinks.opening, accent), "4px 40px 40px"),
    ].join("\n"),
  }),
});
