import { createServer, type RequestListener, type Server, type ServerOptions } from "node:http";
import type { Socket } from "node:net";
import { readWholeRequest, type WholeRequest } from "./whole-request";
import { keepAliveSeconds } from "./wire-head";

/**
 * Answers a request before HTTP is read in full: the bytes of the whole answer, at once or later.
 * Undefined when the request is not its business. Must not reject.
 */
export type QuickAnswer = (request: WholeRequest) => Uint8Array | Promise<Uint8Array> | undefined;

export interface DoorOptions extends ServerOptions {
  /** A connection on which nothing was asked yet is closed after this time. */
  silenceMs?: number;
  /** One that was answered is kept longer than it is told, so that no request meets its end. */
  keptMs?: number;
}

const usualSilenceMs = 30_000;
const usualKeptMs = (keepAliveSeconds + 2) * 1000;

const noProxy =
  "HTTP/1.1 405 Method Not Allowed\r\nallow: GET, HEAD, POST\r\nconnection: close\r\ncontent-length: 0\r\n\r\n";

type TakeChunk = (chunk: Buffer) => void;

/**
 * One connection. Plain requests that a quick answer takes are answered from here; the first other one brings in
 * Node's HTTP server, which from then on gets every byte that is not answered here. Between two messages, known
 * from requests that came whole and were answered, quick answers go on; where the boundary is not known for
 * certain, everything more on this connection is Node's.
 */
class Visitor {
  private giveNode: TakeChunk | undefined;
  private atNode = 0;
  private boundaryLost = false;
  private waiting = false;
  private kept = false;
  private held: Buffer | undefined;
  private remoteAddress = "";

  constructor(
    private readonly socket: Socket,
    private readonly door: Door,
  ) {
    socket.setTimeout(door.silenceMs);
    socket.on("data", this.onData);
    socket.on("timeout", this.onSilence);
    socket.on("end", this.onEnd);
    // A connection that breaks needs no answer.
    socket.on("error", () => socket.destroy());
  }

  private readonly onSilence = () => void this.socket.destroy();
  private readonly onEnd = () => {
    if (!this.waiting) this.socket.end();
  };

  private readonly onData: TakeChunk = (chunk) => {
    if (this.waiting) {
      this.held = this.held ? Buffer.concat([this.held, chunk]) : chunk;
      this.socket.pause();
      return;
    }
    if (this.boundaryLost) return this.pass(chunk);
    this.remoteAddress ||= this.socket.remoteAddress ?? "";
    const request = readWholeRequest(chunk, this.remoteAddress);
    if (!request) {
      this.boundaryLost = true;
      return this.pass(chunk);
    }
    const answer = this.atNode === 0 ? this.door.answer(request) : undefined;
    if (answer === undefined) {
      this.atNode += 1;
      return this.pass(chunk);
    }
    if (answer instanceof Uint8Array) this.send(answer);
    else this.sendLater(answer);
  };

  private send(answer: Uint8Array): void {
    const { socket } = this;
    if (!socket.writable) return;
    if (!this.kept && this.giveNode === undefined) {
      this.kept = true;
      socket.setTimeout(this.door.keptMs);
    }
    // Who asks without reading is not read from.
    if (!socket.write(answer) && socket.writableLength > 0) {
      socket.pause();
      socket.once("drain", () => socket.resume());
    }
  }

  private sendLater(answer: Promise<Uint8Array>): void {
    this.waiting = true;
    answer.then(
      (bytes) => {
        this.waiting = false;
        this.send(bytes);
        if (this.socket.readableEnded) this.socket.end();
        this.takeHeld();
      },
      () => this.socket.destroy(),
    );
  }

  private takeHeld(): void {
    const chunk = this.held;
    this.held = undefined;
    if (chunk) this.onData(chunk);
    const { socket } = this;
    if (!this.waiting && socket.isPaused() && !socket.writableNeedDrain) socket.resume();
  }

  private pass(chunk: Buffer): void {
    this.giveNode ??= this.bringInNode();
    this.giveNode(chunk);
  }

  /** Node listens for data itself; its listener is called from here instead. */
  private bringInNode(): TakeChunk {
    const { socket } = this;
    socket.off("data", this.onData);
    socket.off("timeout", this.onSilence);
    socket.off("end", this.onEnd);
    socket.setTimeout(0);
    this.door.attach(socket);
    const [take] = socket.listeners("data") as TakeChunk[];
    if (!take) throw new Error("Node's HTTP server does not listen for data");
    socket.off("data", take);
    socket.on("data", this.onData);
    return (chunk) => take.call(socket, chunk);
  }

  /** Node has answered a request of this connection. */
  answered(): void {
    if (this.atNode > 0) this.atNode -= 1;
  }
}

class Door {
  readonly server: Server;
  private readonly visitors = new WeakMap<Socket, Visitor>();
  private readonly sockets = new Set<Socket>();
  private readonly listen: (socket: Socket) => void;
  readonly silenceMs: number;
  readonly keptMs: number;

  constructor(
    { silenceMs = usualSilenceMs, keptMs = usualKeptMs, ...options }: DoorOptions,
    private readonly quickAnswers: readonly QuickAnswer[],
    onRequest: RequestListener,
    private readonly onFault: (fault: unknown) => void,
  ) {
    this.silenceMs = silenceMs;
    this.keptMs = keptMs;
    this.server = createServer(options, (request, response) => {
      response.once("finish", () => this.visitors.get(request.socket)?.answered());
      onRequest(request, response);
    });
    const [listen] = this.server.listeners("connection") as ((socket: Socket) => void)[];
    if (!listen) throw new Error("Node's HTTP server does not listen for connections");
    this.listen = listen;
    this.server.removeAllListeners("connection");
    this.server.on("connection", (socket) => {
      this.visitors.set(socket, new Visitor(socket, this));
      this.sockets.add(socket);
      socket.once("close", () => this.sockets.delete(socket));
    });
    // Node hangs up without a word where nobody listens for it.
    this.server.on("connect", (_request, socket) => socket.end(noProxy));
    this.closeAllWithServer();
  }

  attach(socket: Socket): void {
    this.listen.call(this.server, socket);
  }

  answer(request: WholeRequest): ReturnType<QuickAnswer> {
    for (const quick of this.quickAnswers) {
      try {
        const answer = quick(request);
        if (answer !== undefined) return answer;
      } catch (fault) {
        this.onFault(fault);
        return undefined;
      }
    }
    return undefined;
  }

  /** Node knows only connections that were handed to it. */
  private closeAllWithServer(): void {
    const { server } = this;
    const closeKnown = server.closeAllConnections.bind(server);
    server.closeAllConnections = () => {
      for (const socket of this.sockets) socket.destroy();
      closeKnown();
    };
  }
}

/** An HTTP server that tries quick answers first. `quickAnswers` may still grow until it listens. */
export const openDoor = (
  options: DoorOptions,
  quickAnswers: readonly QuickAnswer[],
  onRequest: RequestListener,
  onFault: (fault: unknown) => void,
): Server => new Door(options, quickAnswers, onRequest, onFault).server;
