import type { KeyObject } from "node:crypto";

export interface LoadedKey {
  private: KeyObject;
  domain: string;
  selector: string;
}

export function signatureHeader(raw: Uint8Array, key: LoadedKey, wanted: string): string;
