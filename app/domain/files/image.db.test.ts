import { readFileSync, statSync } from "node:fs";
import path from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { type TestDeps, useTestInstance } from "~/testing/db/test-deps";
import { deleteUnusedFiles } from "./delete-unused-files.server";
import { filePath, mentionedFileIds, parseFilePath } from "./file";
import { type FileStore, openFileStore } from "./file-store.server";
import { findImage } from "./find-image.server";
import { findFiles } from "./list-images.server";
import { renditionsOf } from "./make-renditions.server";
import { noteFileUses } from "./note-file-uses.server";
import { isMoving } from "./read-image.server";
import { uploadImage } from "./upload-image.server";

const instance = useTestInstance();
const workspaceId = "01J00000000000000000000001";
const other = "01J00000000000000000000002";
const actor = { kind: "system", reason: "test" } as const;
let deps: TestDeps & { files: FileStore };

beforeAll(() => {
  const { deps: base, folder } = instance();
  deps = { ...base, files: openFileStore({ folder: path.join(folder, "files"), keys: base.keys }) };
});

const picture = (width: number, height: number, format: "jpeg" | "png" | "gif" = "jpeg") =>
  sharp({ create: { width, height, channels: 3, background: "#2a6f6b" } })
    .withExif({ IFD0: { Artist: "Jane Secret" } })
    .toFormat(format)
    .toBuffer();
const upload = (bytes: Buffer, name = "photo.jpg") => uploadImage(deps, actor, { workspaceId, name, bytes });

describe("an uploaded picture", () => {
  it("is kept in sizes, without metadata, encrypted on the disk", async () => {
    const file = await upload(await picture(2000, 1000));
    expect(file.variants.map(({ width, height, format }) => `${width}x${height} ${format}`)).toEqual([
      "480x240 webp",
      "960x480 webp",
      "1600x800 webp",
      "1600x800 jpg",
    ]);
    const found = await findImage(deps, workspaceId, { fileId: file.id, width: 1600, format: "jpg" });
    expect(found?.contentType).toBe("image/jpeg");
    const meta = await sharp(found?.bytes).metadata();
    expect([meta.width, meta.exif]).toEqual([1600, undefined]);
    const onDisk = path.join(instance().folder, "files", workspaceId, file.id, "1600.jpg");
    expect(readFileSync(onDisk).includes(Buffer.from([0xff, 0xd8, 0xff]))).toBe(false);
    expect(statSync(onDisk).mode & 0o077).toBe(0);
  });

  it("is read again from the disk by another process", async () => {
    const file = await upload(await picture(300, 200));
    const fresh = openFileStore({ folder: path.join(instance().folder, "files"), keys: deps.keys });
    const bytes = await fresh.get(`${workspaceId}/${file.id}/300.webp`);
    expect((await sharp(bytes).metadata()).format).toBe("webp");
  });

  it("is offered in more widths and formats, made when first asked for and kept", async () => {
    const file = await upload(await picture(1400, 700));
    const asked = { fileId: file.id, width: 720, format: "avif" } as const;
    const first = await findImage(deps, workspaceId, asked);
    expect([first?.contentType, first?.isStandIn]).toEqual(["image/webp", true]);
    expect((await sharp(first?.bytes).metadata()).width).toBe(960);
    await renditionsOf(deps.files).settled();
    const second = await findImage(deps, workspaceId, asked);
    expect([second?.contentType, second?.isStandIn]).toEqual(["image/avif", undefined]);
    const { width, height, compression } = await sharp(second?.bytes).metadata();
    expect([width, height, compression]).toEqual([720, 360, "av1"]);
    const plain = await findImage(deps, workspaceId, { ...asked, format: "jpg" });
    expect([plain?.contentType, plain?.isStandIn]).toEqual(["image/jpeg", true]);
    await renditionsOf(deps.files).settled();
  });

  it("is never made larger, in a width that nobody offers, or in a format without need", async () => {
    const file = await upload(await picture(400, 300, "png"));
    const found = async (width: number, format: "avif" | "webp" | "jpg" | "png") =>
      (await findImage(deps, workspaceId, { fileId: file.id, width, format }))?.contentType;
    expect(await found(320, "avif")).toBe("image/webp");
    expect(await found(400, "avif")).toBe("image/webp");
    for (const width of [0, 1, 321, 480, 1600]) expect(await found(width, "avif")).toBeUndefined();
    expect(await found(320, "jpg")).toBeUndefined();
    expect(await found(320, "png")).toBe("image/png");
    await renditionsOf(deps.files).settled();
    expect(await found(400, "avif")).toBe("image/avif");
    const missing = { fileId: deps.ids.next(), width: 320, format: "avif" } as const;
    expect(await findImage(deps, workspaceId, missing)).toBeUndefined();
  });

  it("keeps its stand-in when it cannot be made, and the line goes on", async () => {
    const broken = await upload(await picture(1000, 500));
    const whole = await upload(await picture(1000, 501));
    await deps.files.put(`${workspaceId}/${broken.id}/1000.jpg`, Buffer.from("no picture"));
    for (const { id } of [broken, whole])
      await findImage(deps, workspaceId, { fileId: id, width: 320, format: "avif" });
    await renditionsOf(deps.files).settled();
    const format = async (fileId: string) =>
      (await findImage(deps, workspaceId, { fileId, width: 320, format: "avif" }))?.contentType;
    expect([await format(broken.id), await format(whole.id)]).toEqual(["image/webp", "image/avif"]);
  });

  it("stands still when it was moving", async () => {
    const frames = Buffer.concat([Buffer.alloc(40 * 40 * 3, 255), Buffer.alloc(40 * 40 * 3, 0)]);
    const gif = await sharp(frames, { raw: { width: 40, height: 80, channels: 3, pageHeight: 40 } })
      .gif({ loop: 0, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(gif).metadata()).pages).toBe(2);
    const file = await upload(gif, "wave.gif");
    expect(file.variants.map(({ width, height, format }) => `${width}x${height} ${format}`)).toEqual([
      "40x40 webp",
      "40x40 png",
    ]);
    expect([
      await isMoving(gif),
      await isMoving(await picture(40, 40)),
      await isMoving(Buffer.alloc(9)),
    ]).toEqual([true, false, false]);
  });

  it("is the same file when the same bytes come again, and belongs to one workspace only", async () => {
    const bytes = await picture(640, 480, "png");
    const file = await upload(bytes);
    expect((await upload(bytes, "again.png")).id).toBe(file.id);
    expect(await findFiles(deps, other, [file.id])).toEqual([]);
    expect(await findImage(deps, other, { fileId: file.id, width: 480, format: "webp" })).toBeUndefined();
  });

  it("is refused when it is no picture, damaged, a program or a bomb", async () => {
    const code = (bytes: Buffer, name?: string) =>
      upload(bytes, name).then(
        () => "taken",
        (error) => error.code as string,
      );
    expect(await code(Buffer.from("<html><script>alert(1)</script>"), "photo.jpg")).toBe("image_unknown");
    expect(await code(Buffer.alloc(0))).toBe("image_unknown");
    expect(await code(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>'))).toBe("image_svg");
    const whole = await sharp({ create: { width: 600, height: 600, channels: 3, background: "#123" } })
      .jpeg()
      .toBuffer();
    expect(await code(whole.subarray(0, whole.length / 2))).toBe("image_broken");
    expect(await code(Buffer.concat([whole, Buffer.alloc(11 * 1024 * 1024)]))).toBe("image_too_large");
    const bomb = await sharp({ create: { width: 8000, height: 8000, channels: 3, background: "#fff" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await code(bomb)).toBe("image_too_many_pixels");
    const endless = await sharp({ create: { width: 8, height: 17_000, channels: 3, background: "#fff" } })
      .png()
      .toBuffer();
    expect(await code(endless)).toBe("image_too_long");
  });

  it("is called as downloads and films are: by its name alone, without folders and tricks of writing", async () => {
    const file = await upload(await picture(300, 120), "C:\\holiday\\sea\u202Egpj.exe.jpg");
    expect(file.name).toBe("sea gpj.exe.jpg");
    expect((await upload(await picture(300, 121), "..")).name).toBe("picture");
  });

  it("is deleted 30 days after it came unless something mentions it", async () => {
    const used = await upload(await picture(500, 100));
    const unused = await upload(await picture(500, 101));
    const mention = `{"src":"${filePath(used.id, { width: 480, format: "webp" })}"}`;
    await noteFileUses(deps.db, workspaceId, { kind: "page", id: deps.ids.next() }, mention);
    expect(await deleteUnusedFiles(deps)).toBe(0);
    deps.clock.advance(31 * 24 * 3_600_000);
    expect(await deleteUnusedFiles(deps)).toBeGreaterThan(0);
    expect((await findFiles(deps, workspaceId, [used.id, unused.id])).map(({ id }) => id)).toEqual([used.id]);
    expect(await deps.files.get(`${workspaceId}/${unused.id}/480.webp`)).toBeUndefined();
  });
});

describe("the address of a picture", () => {
  it("is found in texts and nothing else is", () => {
    const id = "01J0000000000000000000000A";
    expect(mentionedFileIds(`x /_files/${id}/480.webp /_files/${id}/960.webp /_files/../x`)).toEqual([id]);
    expect(parseFilePath(`/_files/${id}/480.webp`)).toEqual({ fileId: id, width: 480, format: "webp" });
    for (const path of ["/_files/x/480.webp", `/_files/${id}/480.svg`, `/_files/${id}/../480.webp`]) {
      expect(parseFilePath(path)).toBeUndefined();
    }
  });

  it("cannot lead out of the file store", async () => {
    for (const key of ["../../etc/passwd", `${workspaceId}/../x`, `${workspaceId}/${other}/a..b`]) {
      await expect(deps.files.get(key)).rejects.toThrow("Not a key");
    }
  });
});
