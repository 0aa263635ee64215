/** Words of titles, venues and institutions that no name holds, beside those that counts over titles gave. */
export const NO_NAMES: ReadonlySet<string> = new Set(
  (
    'one two three four five six seven eight nine whole half many some every each no ' +
    'that this these those who what when where why how which their our your ' +
    'a an the of for with from via by to in on at is are it its them us as using based towards toward and or not without under over beyond into through between ' +
    'learning network networks neural deep model models modeling detection recognition generation synthesis estimation segmentation classification analysis survey review framework ' +
    'method methods approach algorithm dataset datasets benchmark image images video videos face facial emotion language vision graph data code paper project pdf arxiv github demo ' +
    'tech technical report thesis dissertation conference journal transactions proceedings workshop university institute laboratory lab research college school department inc group international ' +
    'spotlight oral poster best award accepted preprint new latest update updated january february march april june july august september october november december ' +
    'transformer transformers attention representation representations supervised unsupervised self-supervised adversarial diffusion efficient robust large scale ' +
    'multimodal multi-modal optimization adaptation domain knowledge reinforcement prediction understanding reasoning system systems human robot ' +
    'filtering clustering engineering rendering features inference discovery computing machinery intelligence ' +
    'usw bzw ggf ihre ihr csv json xml html yaml xls xlsx computer computers architecture architectures programming ' +
    'finding predicting exploring improving generating detecting training building rethinking understanding designing ' +
    'evaluating exploiting leveraging combining estimating discovering recognizing recognising ' +
    'revista revue rivista zeitschrift boletín boletim cuadernos cadernos cahiers annales ' +
    'springer elsevier ieee acm nature science cvpr iccv eccv neurips nips icml iclr aaai acl emnlp'
  ).split(' '),
)
