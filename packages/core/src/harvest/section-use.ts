/** What a section of a README says of the data sets in it. */
export type SectionUse = 'mention' | 'data' | 'train' | 'evaluate' | 'run' | 'neutral'

/** Words of headings, the telling ones first. Within one heading the first kind that agrees counts. */
const KINDS: readonly (readonly [SectionUse, RegExp])[] = [
  [
    'mention',
    /\b(?:related|news|updates?|what'?s new|change ?log|citations?|cite|citing|how to cite|bib ?tex|references?|acknowledge?m\w*|acknowlegement|thanks|credits?|licen[cs]es?|terms|contacts?|contributors?|contributing|other (?:projects?|works?|baselines|resources)|our other|more projects|star history|see also|to-?do|road ?map|faq|awesome|articles|reading|literature|publications?|motivation)\b|^papers?(?: list)?:?$|相关|引用|致谢|感谢|新闻|更新|动态|参考|许可|联系|待办|関連|謝辞|引用/iu,
  ],
  [
    'evaluate',
    /\b(?:eval\w*|tests?|testing|results?|performances?|benchmarks?|accurac\w*|comparisons?|experiments?|leader ?board|validat\w*|model zoo|metrics|reproduc\w*)\b|测试|评估|评测|结果|实验|性能|評価|結果/iu,
  ],
  ['train', /\b(?:train\w*|pre-?train\w*|fine-?tun\w*|learning)\b|训练|微调|学習/iu],
  [
    'data',
    /\b(?:data|data ?sets?|data ?bases?|corpus|corpora|preparations?|prepar\w*|pre-?process\w*|downloads?|downloading|annotations?)\b|数据|準備|准备|下载|预处理|データ/iu,
  ],
  [
    'run',
    /\b(?:usage|use|using|run\w*|getting started|get started|quick ?start|how to|demo|inference|examples?|install\w*|requirements?|set ?up|implementation|codes?|checkpoints?|models?|weights|commands?|content|files?|configs?|configuration)\b|使用|运行|安装|模型|用法|环境/iu,
  ],
]

/** The kind of the innermost heading that says one; `neutral` where none does. The file's own title says none. */
export function sectionUse(sections: readonly string[]): SectionUse {
  for (const words of [...sections].reverse()) {
    const kind = words === sections[0] && words.split(' ').length > 4 ? undefined : kindOf(words)
    if (kind !== undefined) return kind
  }
  return 'neutral'
}

function kindOf(words: string): SectionUse | undefined {
  return KINDS.find(([, pattern]) => pattern.test(words))?.[0]
}
