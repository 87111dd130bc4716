// The plainest SMTP server there is, in a process of its own: takes every message, counts, keeps a few as samples.
import { createServer } from "node:net";

const keep = 50;
let taken = 0;
let lastAt = 0;
let samples = [];

const server = createServer((socket) => {
  let buffered = "";
  let inBody = false;
  socket.setNoDelay(true);
  socket.on("error", () => undefined);
  socket.write("220 sink ESMTP\r\n");
  socket.on("data", (chunk) => {
    buffered += chunk.toString("latin1");
    for (;;) {
      if (inBody) {
        const end = buffered.indexOf("\r\n.\r\n");
        if (end < 0) return;
        if (samples.length < keep) samples.push(buffered.slice(0, end + 2));
        buffered = buffered.slice(end + 5);
        inBody = false;
        taken += 1;
        lastAt = Date.now();
        socket.write("250 2.0.0 kept\r\n");
        continue;
      }
      const end = buffered.indexOf("\r\n");
      if (end < 0) return;
      const verb = buffered.slice(0, 4).toUpperCase();
      buffered = buffered.slice(end + 2);
      if (verb === "EHLO" || verb === "HELO") socket.write("250-sink\r\n250 8BITMIME\r\n");
      else if (verb === "DATA") {
        inBody = true;
        socket.write("354 go on\r\n");
      } else if (verb === "QUIT") socket.end("221 bye\r\n");
      else socket.write("250 2.1.0 ok\r\n");
    }
  });
});

server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("message", (ask) => {
  if (ask === "reset") {
    taken = 0;
    samples = [];
  }
  process.send({ taken, lastAt, samples: ask === "samples" ? samples : [] });
});
process.on("disconnect", () => process.exit(0));
