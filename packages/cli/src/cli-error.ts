/** A wrong call or unusable input: the command prints message and hint and exits with `exitCode`. */
export class CliError extends Error {
  override readonly name = 'CliError'
  readonly hint: string
  readonly exitCode: 1 | 2

  constructor(message: string, hint: string, exitCode: 1 | 2 = 2) {
    super(message)
    this.hint = hint
    this.exitCode = exitCode
  }
}
