import { describe, expect, it } from 'vitest'
import { normalizeTitle } from './normalize-title.ts'
import { titleLikeness } from './title-likeness.ts'
import { jaccard } from './title-words.ts'
import { editDistance } from './typing-errors.ts'

const likeness = (a: string, b: string) => titleLikeness(normalizeTitle(a), normalizeTitle(b))

describe('titleLikeness', () => {
  it.each([
    [
      'Talk-to-Edit: Fine-Grained Facial Editing via Dialog',
      'Talk-To-Edit - Fine-grained Facial Editing Via Dialog',
      'equal',
    ],
    [
      'iMiGUE: An Identity-free Video Dataset for Micro-Gesture Understanding',
      'iMiGUE: An ldentity-Free Video Dataset for Micro-Gesture Understanding',
      'respelled',
    ],
    [
      'A Circular Structured Representation for Emotion Learning',
      'A Circular Structured Represention for Emotion Learning',
      'respelled',
    ],
    ['F$^{2}$-NeRF: Fast Training with Free Camera Paths', 'F²-NeRF: Fast Training with Free Camera Paths', 'equal'],
    ['Full-Head Synthesis of Portraits in 360°', 'Full-Head Synthesis of Portraits in 360deg', 'equal'],
    ['Modelling 3-Dimensional Colour Constancy', 'Modeling 3D Color Constancy', 'equal'],
    [
      'Super-Resolution using Transformed Self-Exemplars',
      'Super-Resolution From Transformed Self-Exemplars',
      'respelled',
    ],
    ['Generative Adversarial Nets', 'Generative Adversarial Networks', 'respelled'],
    [
      'Learning to Fuse Monocular and Multi-View Cues for Depth E',
      'Learning to Fuse Monocular and Multi-View Cues for Depth Estimation',
      'shortened',
    ],
    [
      'Bottom-up design of calcium channels from filter geometry',
      'Bottom-up design of Ca2+ channels from filter geometry',
      'reworded',
    ],
    ['POSTER: A Pyramid Cross-Fusion Transformer Network', 'A Pyramid Cross-Fusion Transformer Network', 'shortened'],
    [
      'Fourier Neural Operators for Parametric PDEs',
      'Fourier Neural Operators for Parametric Partial Differential Equations',
      'respelled',
    ],
    [
      'StyleGAN: A Style-Based Generator for GANs',
      'A Style-Based Generator for Generative Adversarial Networks',
      'shortened',
    ],
    ['$\\infty$-former: Infinite Memory Transformer', '∞-former: Infinite Memory Transformer', 'equal'],
    [
      'Self-Consistency Improves Chain of Thought Reasoning in Language Models',
      'Self-Consistency Improves Chain-of-Thought Reasoning in LMs',
      'respelled',
    ],
    ['Interactions by a Three-Track Network', 'Interactions by a 3-Track Network', 'equal'],
    [
      'Neural Operator: Learning Maps Between Function Spaces',
      'Neural Operator: Learning Maps Between Function Spaces With Applications to PDEs',
      'shortened',
    ],
    ['Meltdown', 'Meltdown: Reading Kernel Memory from User Space', 'named'],
    [
      'R1 incentivizes reasoning in LLMs through reinforcement',
      'R1: Incentivizing Reasoning Capability in LLMs via Reinforcement',
      'reworded',
    ],
  ])('%s / %s: %s', (a, b, expected) => {
    expect(likeness(a, b)).toBe(expected)
    expect(likeness(b, a)).toBe(expected)
  })

  it.each([
    ['Deep facial expression recognition: A survey', 'Facial Expression Recognition: A Survey'],
    [
      'POSTER: A Pyramid Network for Expression Recognition',
      'POSTER V2: A simpler and stronger expression recognition network',
    ],
    ['StyleGAN for Faces of Many People', 'StyleGAN2 for Faces of Many People'],
    ['A Survey', 'A Survey of Surveys'],
    [
      'Highly accurate structure prediction with AlphaFold',
      'Addendum: Highly accurate structure prediction with AlphaFold',
    ],
    ['The Ninth Object Tracking Challenge Results', 'The Tenth Object Tracking Challenge Results'],
    ['Mapping of Places by Robots: Part I', 'Mapping of Places by Robots: Part II'],
    ['Attention-Aware Polarity Sensitive Embedding for Affective Image Retrieval', 'A Circumplex Model of Affect'],
  ])('%s / %s: another work', (a, b) => {
    expect(likeness(a, b)).not.toBe('equal')
    expect(likeness(a, b)).not.toBe('respelled')
    expect(likeness(a, b)).not.toBe('shortened')
  })
})

describe('distances', () => {
  it('counts edits up to the limit', () => {
    expect(editDistance('kitten', 'sitting', 5)).toBe(3)
    expect(editDistance('kitten', 'sitting', 1)).toBe(2)
    expect(editDistance('', 'abc', 3)).toBe(3)
  })

  it('shares words over all words', () => {
    expect(jaccard(['a', 'b'], ['b', 'c'])).toBeCloseTo(1 / 3)
    expect(jaccard([], [])).toBe(0)
  })
})
