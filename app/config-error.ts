/** A setting that stops the start; the message names it, says what is wrong and gives an example. */
export class ConfigError extends Error {
  constructor(
    readonly setting: string,
    readonly problem: string,
    readonly example: string,
  ) {
    super(`${setting} ${problem}. Example: ${setting}=${example}`);
    this.name = "ConfigError";
  }
}
