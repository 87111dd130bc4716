import { accountPromises } from "./account-promises";
import { mailPromises } from "./mail-promises";
import { pagesPromises } from "./pages-promises";
import type { PlatformPromise } from "./platform-promise";
import { rightsPromises } from "./rights-promises";

export interface PromiseArea {
  title: string;
  promises: readonly PlatformPromise[];
}

/** THE list of what Foyer promises. The trust page, the command line and the checks read it. */
export const promiseAreas: readonly PromiseArea[] = [
  { title: "Pages and leads", promises: pagesPromises },
  { title: "Mail, acceptable use and consent", promises: mailPromises },
  { title: "Rights, policies, retention and leaving", promises: rightsPromises },
  { title: "Accounts, money and neighbours", promises: accountPromises },
];

export const promises: readonly PlatformPromise[] = promiseAreas.flatMap((area) => area.promises);
