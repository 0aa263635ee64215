import { fold } from '../../fold.ts'

/** Words that name a kind of overview wherever they stand in a title. */
const ALWAYS =
  /\b(?:surveys?|overviews?|tutorials?|primer|roadmap|taxonomy|handbook|textbook|retrospective|state of the art (?:review|report))\b/
/** "Survey" as a questionnaire, not as a kind of paper. */
const QUESTIONNAIRE = /\bsurvey (?:data|responses?|questions?|answers?|respondents?|participants?|weights?|sampling)\b/
/** A review is one where it is the head of its part of the title: "A Review", "A Systematic Review of …", not "movie review sentiment". */
const REVIEW = /^(?:(?:an?|the) )?(?:\p{L}+ ){0,3}review$|\breview (?:of|on|and)\b|^review\b/u
const OTHER_SCRIPTS = /综述|概述|サーベイ|レビュー論文|서베이/

/**
 * Whether a title says that the paper is an overview of others: survey, review, overview, tutorial, primer, roadmap,
 * taxonomy. A rule about words of titles in general; it reads no list and knows no field.
 */
export function isSurveyTitle(title: string): boolean {
  if (OTHER_SCRIPTS.test(title)) return true
  return title
    .split(/[:?!.–—;()[\]]| - /)
    .map(fold)
    .some((part) => (ALWAYS.test(part) && !QUESTIONNAIRE.test(part)) || REVIEW.test(part))
}
