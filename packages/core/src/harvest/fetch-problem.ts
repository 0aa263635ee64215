/** Why a repository could not be read; `incomplete`: its host lists files that it does not have. */
export type FetchFailure = 'unreachable' | 'incomplete' | 'empty' | 'too-large' | 'too-slow'

/** Files of a repository that are wanted could not be brought here. */
export class FetchProblem extends Error {
  readonly reason: FetchFailure

  constructor(reason: FetchFailure, message: string) {
    super(message)
    this.name = 'FetchProblem'
    this.reason = reason
  }
}
