/** Abbreviations that titles use in place of the words, with what they stand for. Each has a plural in -s. */
const SINGULARS: Readonly<Record<string, string>> = {
  asr: 'automatic speech recognition',
  bilstm: 'bidirectional long short term memory',
  cnn: 'convolutional neural network',
  cot: 'chain of thought',
  dnn: 'deep neural network',
  drl: 'deep reinforcement learning',
  gan: 'generative adversarial network',
  gcn: 'graph convolutional network',
  gnn: 'graph neural network',
  icl: 'in context learning',
  llm: 'large language model',
  lstm: 'long short term memory',
  lvlm: 'large vision language model',
  marl: 'multi agent reinforcement learning',
  mcmc: 'markov chain monte carlo',
  mdp: 'markov decision process',
  mllm: 'multimodal large language model',
  moe: 'mixture of experts',
  nas: 'neural architecture search',
  ner: 'named entity recognition',
  nerf: 'neural radiance field',
  net: 'network',
  nlp: 'natural language processing',
  nmt: 'neural machine translation',
  ode: 'ordinary differential equation',
  pde: 'partial differential equation',
  plm: 'pretrained language model',
  rag: 'retrieval augmented generation',
  rl: 'reinforcement learning',
  rlhf: 'reinforcement learning from human feedback',
  rnn: 'recurrent neural network',
  sde: 'stochastic differential equation',
  slam: 'simultaneous localization and mapping',
  svm: 'support vector machine',
  tts: 'text to speech',
  vae: 'variational autoencoder',
  vlm: 'vision language model',
  vqa: 'visual question answering',
}

/**
 * Folded words and what they stand for. Plurals are made singular, the last words of what abbreviations stand for too:
 * "Wasserstein GAN" is the paper "Wasserstein Generative Adversarial Networks".
 */
export const ABBREVIATIONS: ReadonlyMap<string, string> = new Map(
  Object.entries(SINGULARS).flatMap(([short, long]) => {
    const last = long.split(' ').at(-1) ?? long
    return [
      [short, long],
      [`${short}s`, long],
      [`${last}s`, last],
    ]
  }),
)
