import type { VenueRecord } from './venue-record.ts'

/** Magazines and smaller meetings of systems, software, control and medical informatics. */
export const SYSTEMS_MAGAZINES: readonly VenueRecord[] = [
  {
    name: 'CoDIT',
    fullName: 'International Conference on Control, Decision and Information Technologies',
    form: 'conference',
    aliases: [],
  },
  {
    name: 'IEEE Cloud Computing',
    fullName: 'IEEE Cloud Computing',
    form: 'journal',
    aliases: ['IEEE Cloud Comput.'],
  },
  { name: 'IEEE Micro', fullName: 'IEEE Micro', form: 'journal', aliases: [] },
  {
    name: 'IoTDI',
    fullName: 'International Conference on Internet of Things Design and Implementation',
    form: 'conference',
    aliases: [],
  },
  {
    name: 'MEDINFO',
    fullName: 'World Congress on Medical and Health Informatics',
    form: 'conference',
    aliases: [],
  },
  {
    name: 'SIGCOMM CCR',
    fullName: 'ACM SIGCOMM Computer Communication Review',
    form: 'journal',
    aliases: ['Computer Communication Review', 'Comput. Commun. Rev.', 'ACM SIGCOMM CCR'],
  },
]
