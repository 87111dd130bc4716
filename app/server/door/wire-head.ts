import { STATUS_CODES } from "node:http";

/** How long a connection may be silent between two requests, as it is told. */
export const keepAliveSeconds = 72;
export const dateLength = 29;

let second = 0;
let date = "";

/** The present second, and how HTTP writes it. */
export function presentDate(): { second: number; date: string } {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) {
    second = now;
    date = new Date(now * 1000).toUTCString();
  }
  return { second, date };
}

/** Status line and headers (name, value, name, value) up to the date's value. */
export function headToDate(status: number, headers: readonly string[]): string {
  let head = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\n`;
  for (let at = 0; at < headers.length; at += 2) head += `${headers[at]}: ${headers[at + 1]}\r\n`;
  return `${head}date: `;
}

/** What follows the date: the connection stays open. */
export const headFromDate = `\r\nconnection: keep-alive\r\nkeep-alive: timeout=${keepAliveSeconds}\r\n\r\n`;

/** A whole answer with these headers, which are ASCII. */
export function wholeAnswer(status: number, headers: readonly string[], body = ""): Buffer {
  const head = headToDate(status, headers) + presentDate().date + headFromDate;
  // Without a body the cheaper encoding will do.
  return body === "" ? Buffer.from(head, "latin1") : Buffer.from(head + body, "utf8");
}
