import { type IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";

const keepAliveSeconds = 72;

/** Status line and headers (name, value, name, value) of an answer that keeps its connection, for one second. */
export function wireHead(status: string, headers: readonly string[], second: number): Buffer {
  const lines = [`HTTP/1.1 ${status}`];
  for (let index = 0; index < headers.length; index += 2)
    lines.push(`${headers[index]}: ${headers[index + 1]}`);
  lines.push(`date: ${new Date(second * 1000).toUTCString()}`);
  lines.push("connection: keep-alive", `keep-alive: timeout=${keepAliveSeconds}`, "", "");
  return Buffer.from(lines.join("\r\n"), "latin1");
}

export const thisSecond = (): number => Math.floor(Date.now() / 1000);

/** Anything unusual (HEAD, HTTP/1.0, a closing or crowded connection, inject) takes the plain way. */
export function mayGoWhole(request: IncomingMessage, response: ServerResponse): boolean {
  return (
    request.method !== "HEAD" &&
    request.httpVersion === "1.1" &&
    response.constructor === ServerResponse &&
    response.shouldKeepAlive &&
    !response.headersSent &&
    response.socket instanceof Socket &&
    !response.socket.writableNeedDrain
  );
}

/**
 * Hands head and body to the socket in one piece and declares the response finished, which costs half of what writeHead
 * and end do. Ask `mayGoWhole` first; the tests of frozen answers and page views send real requests.
 */
export function sendWhole(response: ServerResponse, whole: Buffer): void {
  response.socket?.write(whole);
  response.finished = true;
  response.emit("finish");
}
