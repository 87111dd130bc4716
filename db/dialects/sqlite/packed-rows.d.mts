export function packRows(parameters: readonly unknown[], width: number): string | undefined;
export function unpackRows(packed: string, width: number): Generator<unknown[]>;
export function splitRows(parameters: readonly unknown[], width: number): Generator<unknown[]>;
