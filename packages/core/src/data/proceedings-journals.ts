/**
 * Journals in which the papers of conferences appear, by their short names: shown there and printed here they are one
 * paper, though the volume may be that of another year.
 */
export const PROCEEDINGS_JOURNALS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    Bioinformatics: ['ISMB'],
    CGF: ['EGSR', 'Eurographics', 'EuroVis', 'Pacific Graphics', 'SCA', 'SGP'],
    IMWUT: ['UbiComp'],
    PACMCGIT: ['HPG', 'I3D', 'SCA'],
    PACMHCI: ['CSCW', 'ETRA', 'MobileHCI'],
    PACMMOD: ['PODS', 'SIGMOD'],
    PACMPL: ['ICFP', 'OOPSLA', 'PLDI', 'POPL'],
    PACMSE: ['FSE', 'ISSTA'],
    'RA-L': ['ICRA', 'IROS'],
    TOG: ['SIGGRAPH', 'SIGGRAPH Asia'],
    TVCG: ['IEEE VIS', 'IEEE VR', 'ISMAR', 'PacificVis'],
  }).map(([journal, conferences]) => [journal, new Set(conferences)]),
)
