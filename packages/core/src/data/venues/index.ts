import { DATA_WEB } from './data-web.ts'
import { ECONOMICS_STATISTICS } from './economics-statistics.ts'
import { ENGINEERING_GENERAL } from './engineering-general.ts'
import { HARDWARE_NETWORK_CONFERENCES } from './hardware-network-conferences.ts'
import { JOURNALS_LIFE_SCIENCES } from './journals-life-sciences.ts'
import { JOURNALS_PHYSICAL_SCIENCES } from './journals-physical-sciences.ts'
import { JOURNALS_SOCIETY } from './journals-society.ts'
import { LANGUAGE } from './language.ts'
import { MACHINE_LEARNING } from './machine-learning.ts'
import { MEDICINE_BIOLOGY } from './medicine-biology.ts'
import { MULTIMEDIA_GRAPHICS_HCI } from './multimedia-graphics-hci.ts'
import { NATURAL_SCIENCES } from './natural-sciences.ts'
import { PHYSICS_EARTH } from './physics-earth.ts'
import { PREPRINTS_REPORTS } from './preprints-reports.ts'
import { PSYCHOLOGY_AFFECT } from './psychology-affect.ts'
import { ROBOTICS_TRANSPORT } from './robotics-transport.ts'
import { SCIENCE_GENERAL } from './science-general.ts'
import { SCIENCES_HUMANITIES } from './sciences-humanities.ts'
import { SOCIAL_SCIENCES } from './social-sciences.ts'
import { SOFTWARE_THEORY_CONFERENCES } from './software-theory-conferences.ts'
import { SYSTEMS_JOURNALS } from './systems-journals.ts'
import { SYSTEMS_MAGAZINES } from './systems-magazines.ts'
import { SYSTEMS_SECURITY } from './systems-security.ts'
import type { VenueRecord } from './venue-record.ts'
import { VISION } from './vision.ts'

export type { VenueRecord } from './venue-record.ts'

/** Every venue known without a list's own vocabulary; no spelling belongs to two of them. */
export const VENUES: readonly VenueRecord[] = [
  ...VISION,
  ...MACHINE_LEARNING,
  ...LANGUAGE,
  ...MULTIMEDIA_GRAPHICS_HCI,
  ...DATA_WEB,
  ...ROBOTICS_TRANSPORT,
  ...MEDICINE_BIOLOGY,
  ...PSYCHOLOGY_AFFECT,
  ...SYSTEMS_SECURITY,
  ...SYSTEMS_JOURNALS,
  ...SYSTEMS_MAGAZINES,
  ...HARDWARE_NETWORK_CONFERENCES,
  ...SOFTWARE_THEORY_CONFERENCES,
  ...SCIENCE_GENERAL,
  ...SCIENCES_HUMANITIES,
  ...PHYSICS_EARTH,
  ...NATURAL_SCIENCES,
  ...SOCIAL_SCIENCES,
  ...ECONOMICS_STATISTICS,
  ...ENGINEERING_GENERAL,
  ...JOURNALS_PHYSICAL_SCIENCES,
  ...JOURNALS_LIFE_SCIENCES,
  ...JOURNALS_SOCIETY,
  ...PREPRINTS_REPORTS,
]
