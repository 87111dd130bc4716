// Draws an SVG from stdin as a PNG on stdout, in a process of its own: drawing cannot be stopped, a process can.
import sharp from "sharp";

const widest = 1600;
const mostPixels = 20_000_000;
const mostMemory = 768 * 1024 * 1024;

setInterval(() => {
  if (process.memoryUsage.rss() > mostMemory) process.kill(process.pid, "SIGKILL");
}, 20).unref();

sharp.concurrency(1);
const parts = [];
for await (const part of process.stdin) parts.push(part);
const drawn = sharp(Buffer.concat(parts), { density: 144, limitInputPixels: mostPixels });
process.stdout.write(await drawn.resize({ width: widest, withoutEnlargement: true }).png().toBuffer());
