import { encodeTime } from "ulid";

/** Below every id that was made at this moment or later. */
export const idFloor = (at: number): string => encodeTime(Math.max(0, Math.floor(at)), 10) + "0".repeat(16);
