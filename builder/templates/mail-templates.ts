import { announcement } from "./mail-announcement/index";
import { letter } from "./mail-letter/index";
import { newsletter } from "./mail-newsletter/index";
import type { MailTemplate } from "./mail-template";
import type { Goal } from "./template";
import { templates } from "./templates";

export const mailTemplates: MailTemplate[] = [newsletter, announcement, letter];

/** A mail to begin a campaign from. */
export type MailStart = Omit<MailTemplate, "html">;

/** The id of the mail of a template of pages. */
export const welcomeMailId = (templateId: string): string => `welcome-${templateId}`;

/** The mail that belongs to each template of pages, by name; read from markup when it is asked for. */
export const welcomeMails: (MailStart & { goal: Goal })[] = templates.map((page) => ({
  id: welcomeMailId(page.id),
  goal: page.goal,
  name: page.name,
  description: `Begins with “${page.title}”, in the colours of that page.`,
  subject: page.title,
  get document() {
    return page.mail.document;
  },
}));

export const findMailTemplate = (id: string): MailStart | undefined =>
  [...mailTemplates, ...welcomeMails].find((template) => template.id === id);
