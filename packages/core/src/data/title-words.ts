/**
 * Words that stand in thirty titles or more of 56,000 in public lists, and in none of the names of 69,000 people there:
 * what holds one is no name. Surnames that these lists happen not to have (Fields, Case) are left out.
 */
export const TITLE_WORDS: ReadonlySet<string> = new Set(
  (
    'abilities ability about abstract abstractive accelerated accelerating acceleration accelerator accuracy ' +
    'accurate achieving acquisition across action actions activation active activity adapter adapting addressing ' +
    'advances advancing adversarially aerial affect affinity against agentic agents aggregation agnostic ' +
    'algorithmic algorithms aligned aligning allocation analyzing animation annotation annotations anomalies ' +
    'anomaly answer answering anything appearance application applications applied approaches approximate ' +
    'approximation arbitrary architectures artificial assembly assessing assessment assistant assisted association ' +
    'asymmetric asynchronous attack attacks attentive attribute attributed attributes attribution audio ' +
    'augmentation augmented augmenting automated automatic automatically automating autonomous autoregressive ' +
    'auxiliary avatars aware awareness backbone backdoor background backup balanced balancing bandit bandits ' +
    'baseline baselines basis batch bayesian before behavioral behaviors benchmarking benchmarks better bias biased ' +
    'biases bidirectional binary binding biological biomedical blind blur boost boosting bootstrapping both ' +
    'bottleneck boundary bounding bounds breaking breast brief cache calibrated calibration cameras cancer ' +
    'capabilities capability capacity capturing cascade cascaded catastrophic causality certified challenge ' +
    'challenges challenging changes channel character chatgpt chemical chinese circuit classes classifier ' +
    'classifiers client clinical clip clouds cluster clustered clusters cnns codes coding cognitive collaboration ' +
    'collaborative collapse collection collective color combinatorial common commonsense communication community ' +
    'compact comparative comparison competitive compiler complementary complete completion complex complexity ' +
    'component composition compositional comprehension comprehensive compressed compressing compression computation ' +
    'computational concept concepts condensation conditioned conditions confidence conformal connected connections ' +
    'consensus conservative consistent constrained construction content context contexts contextual contextualized ' +
    'continual continuous contrast contrastive controllable controlling convergence conversation conversational ' +
    'conversations convex convolution convolutional convolutions cooperative corpus correction correlation ' +
    'correlations correspondence cost count counterfactual counting coupled coverage creation credit critical cues ' +
    'curriculum cycle database databases debate debiasing deblurring debugging decentralized decision decoder ' +
    'decoding decomposed decomposition deconvolution decoupled decoupling deduplication deeper deepfake defect ' +
    'defending defense defenses defocus deformable delta demonstrations demystifying density dependencies ' +
    'dependency depth descent description descriptions descriptors design detailed detect detector detectors ' +
    'deterministic detr development device dexterous diagnosis dialog dialogue difference different differentiable ' +
    'differential differentially digital directed directions discourse discrete discriminative disease disentangled ' +
    'disentanglement disentangling distance distillation distilled distilling distribution distributional ' +
    'distributionally distributions diverse diversity document documents does domains drift driven driving dropout ' +
    'drug dual during dynamical dynamics earth edge editing education effect effective effectiveness effects ' +
    'efficiency efficiently egocentric embedded embeddings embodied emerging empirical empowering enable enables ' +
    'enabling encoder encoders encoding encrypted energy engine enhance enhancement enhancing enough ensembles ' +
    'entity entropy environment environments episodic equations equilibrium equivariant error errors estimator ' +
    'evaluation event events evidence evidential evolution evolutionary evolving exact execution ' +
    'expansion experience experimental experiments expert experts explainability explainable explaining explanation ' +
    'explanations explicit exploration exploratory expression expressions expressive extending external extracting ' +
    'extraction extractive extrapolation extreme extremely faces factor factorization factors failures fairness ' +
    'fake faster fault federated feedback fidelity filter filters financial finetuning flexible flows focus ' +
    'following forecasting forgery forgetting forward foundation fraud frequency frozen full fully function ' +
    'functional functions fusing future fuzzing gait game games gated gaussian gender general generalist ' +
    'generalizable generalization generalizing generate generated generative generator generic genetic geometry ' +
    'gnns gradient gradients graphical graphs grasp grasping grounded grounding grouping guarantees guidance guide ' +
    'guided guiding hallucination hallucinations handling hardware harnessing hashing heads health healthcare help ' +
    'heterogeneity heterogeneous heuristics hidden highly histopathology history holistic homophily humans hybrid ' +
    'hyperbolic hypergraph hypergraphs hyperspectral hypothesis identification identifying identity imagenet ' +
    'imagery imaging imbalance imbalanced imitation impact implicit importance improve improved improvement ' +
    'improves imputation incomplete incorporating independent index individual indoor inductive industrial infinite ' +
    'influence information initialization injection inpainting input inputs insights inspection inspired instance ' +
    'instruction instructions integrated integrating integration intelligent intensity intent interaction ' +
    'interactions interactive interface interference intermediate internal interpolation interpretability ' +
    'interpretable interpreting intrinsic introduction invariance invariant inverse inversion invertible ' +
    'investigating irregular issue issues iterative joint jointly kernel kernels keypoint label labeled labeling ' +
    'labels landmark landscape languages latency layers layout leakage learn learnable learner learners legal ' +
    'length lesion less library lidar lifelong lightweight likelihood limitations limited limits line linear ' +
    'linguistic linking literature llms locality localization localized locally logic logical loss lossless lstm ' +
    'machine machines make makes making mamba management manifold manifolds manipulation maps margin masking ' +
    'massive material materials mathematical matrix matters maximization maximum measure measurement measuring ' +
    'mechanisms media medical meets membership memory merging message meta metric minimization mining missing ' +
    'mitigating mitigation mixed mixing mixture mixup mobile modalities modality modelling modern modular module ' +
    'molecular molecule molecules momentum monitoring monocular motion moving multilingual multiple multiscale ' +
    'multitask multivariate multiview mutual natural navigating navigation nearest need negative neighbor ' +
    'neighborhood nerf neuron neurons news next nodes noise noisy nonlinear normal normalization normalized ' +
    'normalizing novel novo number objects observation observations occupancy offline once online only open ' +
    'operator opportunities optimal optimized optimizing order oriented orthogonal outlier output overcoming ' +
    'overview pairs panoptic panoramic paradigm parallelism parameter parameters parametric parsing partial ' +
    'partially partitioning passing past path pathology pattern patterns pedestrian people perception perceptual ' +
    'persistent personalization personalized perspective perspectives perturbation perturbations phase physics ' +
    'pipeline pixels platform play point points poisoning policies policy polynomial pooling pose position ' +
    'positional positive posterior potential powerful practical practice precise precision predict predictions ' +
    'predictive preference preferences presentation preserving pretrained pretraining prior priors private ' +
    'probabilistic probability probing problem problems process processes processing product production program ' +
    'programs progress progressive projection prompt prompting prompts propagation properties property proposal ' +
    'protection protein proteins prototype prototypes prototypical provable provably pseudo pushing pyramid ' +
    'quantification quantifying quantization quantized quantum queries question questions radar radiance radiology ' +
    'random randomized range rank ranking rapid rate rates reading realistic really reason recent recommendation ' +
    'recommendations recommender reconstructing reconstruction recovery recurrent recursive reducing reduction ' +
    'redundancy reenactment referring refinement refining reflection region registration regression regret ' +
    'regularization reinforced relation relational relations relationship relationships relative relevance reliable ' +
    'remote removal repair replay requirements resolution resource response responses restoration results retrieval ' +
    'reverse revisiting reward rewards risk road robotic robotics robustness role rotation routing rules safe ' +
    'safety salient samples satellite scalable scenario scenarios scenes scheduling schema scheme scoring screening ' +
    'search searching secure security seeing segment selection selective semantic semantics sensing sensitive ' +
    'sensor sentence sentiment separation sequences sequencing sequential series serving sets settings shape shapes ' +
    'shared shift shifts shot should siamese sign signal signals signed similarity simple simulation simulations ' +
    'simultaneous sketch skill skills skin slide smoothing social soft software solution solutions solve solver ' +
    'solving space spaces sparsification sparsity spatial spatiotemporal speaker spectral spectrum speculative ' +
    'speech spiking splatting split spotting stable state static statistical statistics stereo storage strategies ' +
    'strategy streaming streams stronger structural structured structures student studies study style subgraph ' +
    'subspace summarization supervision support surface surgical survival swapping swin symbolic symmetric ' +
    'synthesizing synthetic systematic tabular tackling talking taming target targeted taxonomy teacher ' +
    'teachers teaching techniques temporally tensor testing tests text texts textual texture then theoretical ' +
    'thermal think thinking thought tokenization tokens tool toolkit tools topic topological topology tracking ' +
    'traffic trajectories trajectory transferability transferable transferring transform transformation ' +
    'transformations transforming translation transparent transport treatment trends triplet trustworthy tumor ' +
    'tuning type types ultrasound unbiased uncertainty unconstrained uncovering understand unified unifying unit ' +
    'units universal unknown unlabeled unlearning unleashing unlocking unpaired unseen unveiling updates user ' +
    'utilizing vaes values variable variance variational vector vehicle vehicles verification versatile vertical ' +
    'very views virtual visualization visually vlms vocabulary volume volumetric vulnerabilities vulnerability ' +
    'wavelet weak weakly weather weighted weighting wireless within work workflow workloads world zero'
  ).split(' '),
)
