/** Volumes of the Proceedings of Machine Learning Research: which venue and year a volume is. */
// biome-ignore format: a table
export const PMLR_VOLUMES: Readonly<Record<string, readonly [venue: string, year: number]>> = {
  v9: ['AISTATS', 2010], v15: ['AISTATS', 2011], v22: ['AISTATS', 2012], v31: ['AISTATS', 2013],
  v33: ['AISTATS', 2014], v38: ['AISTATS', 2015], v51: ['AISTATS', 2016], v54: ['AISTATS', 2017],
  v84: ['AISTATS', 2018], v89: ['AISTATS', 2019], v108: ['AISTATS', 2020], v130: ['AISTATS', 2021],
  v151: ['AISTATS', 2022], v206: ['AISTATS', 2023], v238: ['AISTATS', 2024], v258: ['AISTATS', 2025],
  v28: ['ICML', 2013], v32: ['ICML', 2014], v37: ['ICML', 2015], v48: ['ICML', 2016], v70: ['ICML', 2017],
  v80: ['ICML', 2018], v97: ['ICML', 2019], v119: ['ICML', 2020], v139: ['ICML', 2021], v162: ['ICML', 2022],
  v202: ['ICML', 2023], v235: ['ICML', 2024], v267: ['ICML', 2025],
  v78: ['CoRL', 2017], v87: ['CoRL', 2018], v100: ['CoRL', 2019], v155: ['CoRL', 2020], v164: ['CoRL', 2021],
  v205: ['CoRL', 2022], v229: ['CoRL', 2023], v270: ['CoRL', 2024],
  v40: ['COLT', 2015], v49: ['COLT', 2016], v65: ['COLT', 2017], v75: ['COLT', 2018], v99: ['COLT', 2019],
  v125: ['COLT', 2020], v134: ['COLT', 2021], v178: ['COLT', 2022], v195: ['COLT', 2023], v247: ['COLT', 2024],
  v115: ['UAI', 2019], v124: ['UAI', 2020], v161: ['UAI', 2021], v180: ['UAI', 2022], v216: ['UAI', 2023],
  v244: ['UAI', 2024],
  v102: ['MIDL', 2019], v121: ['MIDL', 2020], v143: ['MIDL', 2021], v172: ['MIDL', 2022], v227: ['MIDL', 2023],
  v101: ['ACML', 2019], v129: ['ACML', 2020], v157: ['ACML', 2021], v189: ['ACML', 2022], v222: ['ACML', 2023],
  v56: ['MLHC', 2016], v68: ['MLHC', 2017], v85: ['MLHC', 2018], v106: ['MLHC', 2019], v126: ['MLHC', 2020],
  v149: ['MLHC', 2021], v182: ['MLHC', 2022], v219: ['MLHC', 2023],
  v174: ['CHIL', 2022], v209: ['CHIL', 2023], v248: ['CHIL', 2024],
  v198: ['LoG', 2022], v231: ['LoG', 2023],
}
