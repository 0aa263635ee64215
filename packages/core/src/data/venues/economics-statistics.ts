import type { VenueRecord } from './venue-record.ts'

/** Statistics, economics, management. */
export const ECONOMICS_STATISTICS: readonly VenueRecord[] = [
  {
    name: 'American Economic Review',
    fullName: 'American Economic Review',
    form: 'journal',
    aliases: ['AER', 'Am. Econ. Rev.'],
  },
  {
    name: 'Annals of Applied Statistics',
    fullName: 'The Annals of Applied Statistics',
    form: 'journal',
    aliases: ['Ann. Appl. Stat.', 'AoAS'],
  },
  {
    name: 'Annals of Statistics',
    fullName: 'The Annals of Statistics',
    form: 'journal',
    aliases: ['Ann. Stat.', 'Ann. Statist.'],
  },
  {
    name: 'Annual Review of Statistics and Its Application',
    fullName: 'Annual Review of Statistics and Its Application',
    form: 'journal',
    aliases: ['Annu. Rev. Stat. Appl.'],
  },
  { name: 'Biometrics', fullName: 'Biometrics', form: 'journal', aliases: [], ordinary: true },
  { name: 'Biometrika', fullName: 'Biometrika', form: 'journal', aliases: [] },
  { name: 'Econometrica', fullName: 'Econometrica', form: 'journal', aliases: [] },
  {
    name: 'JCGS',
    fullName: 'Journal of Computational and Graphical Statistics',
    form: 'journal',
    aliases: ['J. Comput. Graph. Stat.'],
  },
  { name: 'Journal of Econometrics', fullName: 'Journal of Econometrics', form: 'journal', aliases: ['J. Econom.'] },
  {
    name: 'Journal of Political Economy',
    fullName: 'Journal of Political Economy',
    form: 'journal',
    aliases: ['JPE', 'J. Polit. Econ.'],
  },
  {
    name: 'Management Science',
    fullName: 'Management Science',
    form: 'journal',
    aliases: ['Manag. Sci.'],
    ordinary: true,
  },
  {
    name: 'Operations Research',
    fullName: 'Operations Research',
    form: 'journal',
    aliases: ['Oper. Res.'],
    ordinary: true,
  },
  { name: 'Political Analysis', fullName: 'Political Analysis', form: 'journal', aliases: [], ordinary: true },
  {
    name: 'Quarterly Journal of Economics',
    fullName: 'The Quarterly Journal of Economics',
    form: 'journal',
    aliases: ['Q. J. Econ.', 'QJE'],
  },
  {
    name: 'Review of Economic Studies',
    fullName: 'The Review of Economic Studies',
    form: 'journal',
    aliases: ['Rev. Econ. Stud.', 'REStud'],
  },
  {
    name: 'Statistical Science',
    fullName: 'Statistical Science',
    form: 'journal',
    aliases: ['Stat. Sci.'],
    ordinary: true,
  },
  { name: 'Technometrics', fullName: 'Technometrics', form: 'journal', aliases: [] },
]
