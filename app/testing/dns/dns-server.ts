import { createSocket } from "node:dgram";
import type { AddressInfo } from "node:net";

export interface Zone {
  txt?: string[];
  a?: string[];
  aaaa?: string[];
  cname?: string;
  /** Answers SERVFAIL, as a broken name server does. */
  broken?: true;
}

export interface DnsServer {
  /** As DNS_SERVERS takes it. */
  address: string;
  /** What each name says; a name that is not here does not exist. Change it at any time. */
  zones: Map<string, Zone>;
  close(): Promise<void>;
}

const types: Record<number, "a" | "aaaa" | "txt" | "cname"> = { 1: "a", 28: "aaaa", 16: "txt", 5: "cname" };
const codeOf = { a: 1, aaaa: 28, txt: 16, cname: 5 } as const;

function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString("latin1", at + 1, at + 1 + length));
    at += length + 1;
  }
  return { name: labels.join(".").toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

const nameBytes = (name: string): Buffer =>
  Buffer.concat([
    ...name.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label, "latin1")])),
    Buffer.from([0]),
  ]);

function record(name: string, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(10);
  head.writeUInt16BE(type, 0);
  head.writeUInt16BE(1, 2);
  head.writeUInt32BE(1, 4);
  head.writeUInt16BE(data.length, 8);
  return Buffer.concat([nameBytes(name), head, data]);
}

function v6(address: string): Buffer {
  const [left = "", right] = address.split("::");
  const groups = (text: string) => text.split(":").filter(Boolean);
  const missing = 8 - groups(left).length - groups(right ?? "").length;
  const all = [
    ...groups(left),
    ...Array<string>(right === undefined ? 0 : missing).fill("0"),
    ...groups(right ?? ""),
  ];
  return Buffer.from(all.map((group) => group.padStart(4, "0")).join(""), "hex");
}

const dataOf: Record<"a" | "aaaa" | "txt", (value: string) => Buffer> = {
  a: (value) => Buffer.from(value.split(".").map(Number)),
  aaaa: v6,
  txt: (value) => {
    const parts = value.match(/.{1,200}/g) ?? [""];
    return Buffer.concat(parts.map((part) => Buffer.from([part.length, ...Buffer.from(part, "latin1")])));
  },
};

function answersOf(zones: Map<string, Zone>, name: string, type: "a" | "aaaa" | "txt"): Buffer[] {
  const zone = zones.get(name);
  if (!zone) return [];
  if (zone.cname) {
    return [record(name, codeOf.cname, nameBytes(zone.cname)), ...answersOf(zones, zone.cname, type)];
  }
  return (zone[type] ?? []).map((value) => record(name, codeOf[type], dataOf[type](value)));
}

/** A name server on this machine that says what a test wants it to say. */
export async function startDnsServer(zones = new Map<string, Zone>()): Promise<DnsServer> {
  const socket = createSocket("udp4");
  socket.on("message", (message, from) => {
    const { name, type, end } = readQuestion(message);
    const zone = zones.get(name);
    const kind = types[type];
    const answers = !zone || zone.broken || !kind || kind === "cname" ? [] : answersOf(zones, name, kind);
    const head = Buffer.from(message.subarray(0, 12));
    head.writeUInt16BE(0x8180 | (zone?.broken ? 2 : zone ? 0 : 3), 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answers.length, 6);
    head.writeUInt32BE(0, 8);
    socket.send(Buffer.concat([head, message.subarray(12, end), ...answers]), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    zones,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}
