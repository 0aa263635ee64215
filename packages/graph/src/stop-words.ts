const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '')

/** English words that carry no subject; a term neither begins nor ends with one, nor runs across one. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  words(`
  a about above across after again against all along also am among an and any are around as at be because been before
  being below between beyond both but by can cannot could did do does doing done down during each either every few for
  from further given had has have having he her here him his how i if in into is it its itself just let like ll made
  make makes making many may me meet meets might more most much must my near need needs neither no nor not now of off
  on once one only onto or other our out over own per re s same she should since so some still such t than that the
  their them then there these they this those through thus to together too toward towards two under until up upon us use
  used uses using ve versus very via vs want was way we well were what when where whether which while who why will with
  within without would yet you your
`),
)

/**
 * Words that titles of any field of research share: alone they name no subject, but they may be part of a name
 * ("representation learning").
 */
export const GENERIC_WORDS: ReadonlySet<string> = new Set(
  words(`
  ability accurate adaptive advance advanced algorithm analysi analysis analyzing application approach architecture art
  assessment aware based baseline benchmark better beyond case challenge comparative comparison complete comprehensive
  computational condition consistent context controllable cross cue data dataset database deep design detail detailed
  different direct domain driven dual dynamic easy effect effective efficient embedding end enhanced enhancing evaluation
  evaluating event evidence experiment exploring exploiting extending extended factor fast feature field fine framework
  free function fusion fully general generic global good guided high human hybrid idea implementation implication
  improve improved improving information initial integrating interpretable introduction investigating issue iterative
  joint key knowledge large learn learned learner learning level local low machine mechanism method methodological
  methodology model modeling modelling module multi multimodal multiple net network neural new non novel object
  open optimal overview paper parallel part perspective point powerful practical pre present prior problem process progress
  progressive propose proposed quantitative question rank real reasoning recent relation report research result review
  revisiting rich roadmap robust scale scheme science search selective self semi set shared shot simple simpler single
  small solution space special stage state step strategy strong structure structured student study stylized supervised
  supplementary survey system task technical technique technology test theory time tool toward train trained training
  transfer two type understanding unified universal use user variant version view weak weakly wild word work world
`),
)

/** Words by which lists name their parts: a heading of nothing else ("Papers & code") names no topic. */
export const LIST_WORDS: ReadonlySet<string> = new Set(
  words(`
  archive article code collection early earlier etc former general github implementation later latest list
  miscellaneou miscellaneous misc newest old older open other paper preprint project publication recent reference repository
  resource source uncategorized unclassified unsorted year
`),
)

/** Words that lean on the one before ("3D-aware …"); a term does not begin with one. */
export const FOLLOWING_WORDS: ReadonlySet<string> = new Set(
  words('assisted aware based conditioned driven level oriented wise'),
)

/** Words that lean on the next one ("attention-aware …"); a term does not end with one. */
export const LEANING_WORDS: ReadonlySet<string> = new Set(
  words('assisted aware based conditioned driven end enhanced free guided level oriented preserving specific wise'),
)
