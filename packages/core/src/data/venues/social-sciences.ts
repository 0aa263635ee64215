import type { VenueRecord } from './venue-record.ts'

/** More journals and meetings of economics, political science, sociology, linguistics, psychology and education. */
export const SOCIAL_SCIENCES: readonly VenueRecord[] = [
  {
    name: 'American Economic Journal: Applied Economics',
    fullName: 'American Economic Journal: Applied Economics',
    form: 'journal',
    aliases: ['AEJ: Applied', 'AEJ Applied', 'Am. Econ. J. Appl. Econ.'],
  },
  {
    name: 'American Economic Journal: Economic Policy',
    fullName: 'American Economic Journal: Economic Policy',
    form: 'journal',
    aliases: ['AEJ: Policy', 'AEJ: EP', 'Am. Econ. J. Econ. Policy'],
  },
  {
    name: 'American Economic Journal: Macroeconomics',
    fullName: 'American Economic Journal: Macroeconomics',
    form: 'journal',
    aliases: ['AEJ: Macro', 'Am. Econ. J. Macroecon.'],
  },
  {
    name: 'American Economic Journal: Microeconomics',
    fullName: 'American Economic Journal: Microeconomics',
    form: 'journal',
    aliases: ['AEJ: Micro', 'Am. Econ. J. Microecon.'],
  },
  {
    name: 'American Journal of Political Science',
    fullName: 'American Journal of Political Science',
    form: 'journal',
    aliases: ['AJPS', 'Am. J. Polit. Sci.'],
  },
  {
    name: 'American Political Science Review',
    fullName: 'American Political Science Review',
    form: 'journal',
    aliases: ['APSR', 'Am. Polit. Sci. Rev.'],
  },
  {
    name: 'American Sociological Review',
    fullName: 'American Sociological Review',
    form: 'journal',
    aliases: ['Am. Sociol. Rev.'],
  },
  { name: 'Economic Journal', fullName: 'The Economic Journal', form: 'journal', aliases: ['Econ. J.'] },
  {
    name: 'Games and Economic Behavior',
    fullName: 'Games and Economic Behavior',
    form: 'journal',
    aliases: ['Games Econ. Behav.', 'GEB'],
  },
  { name: 'Glossa', fullName: 'Glossa: a journal of general linguistics', form: 'journal', aliases: [] },
  {
    name: 'ICER',
    fullName: 'ACM Conference on International Computing Education Research',
    form: 'conference',
    aliases: [],
  },
  {
    name: 'ITiCSE',
    fullName: 'Innovation and Technology in Computer Science Education',
    form: 'conference',
    aliases: [],
  },
  {
    name: 'Journal of Economic Perspectives',
    fullName: 'Journal of Economic Perspectives',
    form: 'journal',
    aliases: ['JEP', 'J. Econ. Perspect.'],
  },
  {
    name: 'Journal of Economic Theory',
    fullName: 'Journal of Economic Theory',
    form: 'journal',
    aliases: ['J. Econ. Theory'],
  },
  {
    name: 'Journal of Linguistics',
    fullName: 'Journal of Linguistics',
    form: 'journal',
    aliases: ['J. Linguist.'],
  },
  { name: 'Journal of Politics', fullName: 'The Journal of Politics', form: 'journal', aliases: ['J. Polit.'] },
  { name: 'Lingua', fullName: 'Lingua', form: 'journal', aliases: [], ordinary: true },
  {
    name: 'Natural Language & Linguistic Theory',
    fullName: 'Natural Language & Linguistic Theory',
    form: 'journal',
    aliases: ['NLLT'],
  },
  { name: 'Phonology', fullName: 'Phonology', form: 'journal', aliases: [], ordinary: true },
  {
    name: 'Psychological Methods',
    fullName: 'Psychological Methods',
    form: 'journal',
    aliases: ['Psychol. Methods'],
  },
  { name: 'Psychometrika', fullName: 'Psychometrika', form: 'journal', aliases: [] },
  {
    name: 'Review of Economics and Statistics',
    fullName: 'The Review of Economics and Statistics',
    form: 'journal',
    aliases: ['REStat', 'Rev. Econ. Stat.'],
  },
  {
    name: 'Review of Financial Studies',
    fullName: 'The Review of Financial Studies',
    form: 'journal',
    aliases: ['RFS', 'Rev. Financ. Stud.'],
  },
  {
    name: 'SIGCSE',
    fullName: 'ACM Technical Symposium on Computer Science Education',
    form: 'conference',
    aliases: [],
  },
]
