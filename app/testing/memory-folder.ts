import { accessSync, constants, statfsSync } from "node:fs";
import { tmpdir } from "node:os";

const inMemory = "/dev/shm";
const roomyBytes = 3 * 1024 ** 3;

/**
 * A folder in memory where there is a roomy one, for tests that do not ask what survives a power cut: there, what a
 * database writes to its disk costs no wait.
 */
export function memoryFolder(): string {
  try {
    accessSync(inMemory, constants.W_OK);
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize > roomyBytes ? inMemory : tmpdir();
  } catch {
    return tmpdir();
  }
}
