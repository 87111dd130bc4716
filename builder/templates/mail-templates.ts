import { announcement } from "./mail-announcement/index";
import { letter } from "./mail-letter/index";
import { newsletter } from "./mail-newsletter/index";
import type { MailTemplate } from "./mail-template";

export const mailTemplates: MailTemplate[] = [newsletter, announcement, letter];

export const findMailTemplate = (id: string): MailTemplate | undefined =>
  mailTemplates.find((template) => template.id === id);
