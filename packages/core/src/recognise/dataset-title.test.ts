import { describe, expect, it } from 'vitest'
import { presentedDataset, titleName } from './dataset-title.ts'

describe('presentedDataset', () => {
  it.each([
    ['FERV39k: A Large-Scale Multi-Scene Dataset for Facial Expression Recognition in Videos', 'FERV39k'],
    ['MAFW: A Large-scale, Multi-modal, Compound Affective Database for Dynamic Facial Expression', 'MAFW'],
    ['MEmoR:A Dataset for Multimodal Emotion Reasoning in Videos', 'MEmoR'],
    ['EmoMV: Affective music-video correspondence learning datasets for classification and retrieval', 'EmoMV'],
    ['ASpontaneous Driver Emotion Facial Expression(DEFE) Dataset for Inteligent Vehicles', 'DEFE'],
    ['The Extended Cohn-Kanade Dataset (CK+): A complete dataset for action unit', 'CK+'],
    ['Aff-wild2: Extending the aff-wild database for affect recognition', 'Aff-wild2'],
    ['The Pile: An 800GB Dataset of Diverse Text for Language Modeling', 'Pile'],
    ['Mapillary Vistas: A Benchmark for Semantic Understanding of Street Scenes', 'Mapillary Vistas'],
    ['SQuAD: 100,000+ Questions for Machine Comprehension of Text', undefined],
  ])('reads the name of %j', (title, name) => {
    expect(presentedDataset(title)?.name).toBe(name)
  })

  it.each([
    'More is Better: A Database for Spontaneous Micro-Expression with High Frame Rates',
    'Pairwise Emotional Relationship Recognition in Drama Videos: Dataset and Benchmark',
    'A Multimodal Database for Affect Recognition and Implicit Tagging',
  ])('sees that %j presents one without giving its name', (title) => {
    expect(presentedDataset(title)).toBeDefined()
    expect(presentedDataset(title)?.name).toBeUndefined()
  })

  it.each([
    'CAFE: Learning to Condense Dataset by Aligning Features',
    'Dataset Distillation by Matching Training Trajectories',
    'DREAM: Efficient Dataset Distillation by Representative Matching',
    'A Survey of Datasets for Facial Expression Recognition',
    'Learning from Biased Datasets: A Survey',
    'Facial Emotion Recognition on the AffectNet Dataset (AffectNet)',
    'DatasetGAN: Efficient Labeled Data Factory with Minimal Human Effort',
    'Suppressing Uncertainties for Large-Scale Facial Expression Recognition',
    'XNet: A Network for Small Datasets',
    'Training on Synthetic Datasets for Detection',
  ])('sees no dataset presented in %j', (title) => {
    expect(presentedDataset(title)).toBeUndefined()
  })
})

describe('titleName', () => {
  it('is what stands before the colon where it is written like a name', () => {
    expect(titleName('Microsoft COCO: Common Objects in Context')).toBe('Microsoft COCO')
    expect(titleName('More is Better: A Database')).toBeUndefined()
    expect(titleName('Common objects in context')).toBeUndefined()
  })
})
