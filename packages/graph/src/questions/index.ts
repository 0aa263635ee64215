export type { Answer, AnswerSet, CitedEvidence, Coverage, Hint, NodeName } from './answer.ts'
export { coverageOf, EVIDENCE_HEADER, evidenceLine, noEvidenceHints, noTaskHints, unknownPaperHint } from './answer.ts'
export type { BetweenAnswer, BetweenAnswers, BetweenQuestion, NamedSet } from './between-sets.ts'
export { betweenSets } from './between-sets.ts'
export type { BriefAnswers, BriefSentence } from './brief/brief.ts'
export { brief } from './brief/brief.ts'
export type { BriefPlace } from './brief/brief-context.ts'
export type { DatasetAnswer, DatasetAnswers, DatasetPair } from './dataset-use.ts'
export { datasetUse } from './dataset-use.ts'
export type { EvidenceChoice } from './field-index/evidence-mark.ts'
export { choiceMask, countedEvidence, roleOf, tierOf } from './field-index/evidence-mark.ts'
export type { Channel, FieldIndex, Incidence, UseCounts } from './field-index/field-index.ts'
export { CHANNELS, createFieldIndex } from './field-index/field-index.ts'
export { isSurveyTitle } from './field-index/survey-title.ts'
export type { NeighborAnswer, NeighborAnswers, NeighborQuestion } from './neighbors.ts'
export { neighbors } from './neighbors.ts'
export type { PaperFilter, PaperSet, YearRange } from './paper-filter.ts'
export { belongsTo, filterOfNode, paperSet, parseYears } from './paper-filter.ts'
export type { PaperProjection, ProjectionNeighbor, ProjectionOptions } from './paper-projection.ts'
export { paperProjection } from './paper-projection.ts'
export type { UsersAnswer, UsersAnswers, UsersOptions, UsersQuestion } from './papers-with-datasets.ts'
export { papersWithDatasets } from './papers-with-datasets.ts'
export type { PathAnswer, PathQuestion, PathStep } from './path/paths-between.ts'
export { pathsBetween } from './path/paths-between.ts'
export { prepareFieldIndex } from './prepare-field-index.ts'
export type { Flag, QuestionSpec } from './question-flags.ts'
export { QUESTIONS } from './question-flags.ts'
export type {
  Fold,
  SharedAnswer,
  SharedAnswers,
  SharedDataset,
  SharedOptions,
  SharedQuestion,
} from './shared-with-paper.ts'
export { sharedWithPaper } from './shared-with-paper.ts'
export type { StartAnswer, StartAnswers, StartReason } from './where-to-start.ts'
export { START_REASONS, whereToStart } from './where-to-start.ts'
