const WORDS =
  /\b(?:universi\w*|univ\.?|institut\w*|inst\.|college|school|academy|academi\w*|laborator\w*|labs?|research|center|centre|department|dept\.?|faculty|hospital|clinic|inc\.?|ltd\.?|corp\.?|corporation|gmbh|company|technologies|polytechnic\w*|politecnic\w*|foundation|observatory|ministry|agency|group|microsoft|google|deepmind|meta|facebook|nvidia|amazon|apple|ibm|intel|adobe|samsung|huawei|tencent|baidu|alibaba|bytedance|sensetime|megvii|openai|anthropic|mit|cmu|eth|epfl|inria|cnrs|cas|hkust|kaist)\b|大学|学院|研究所|研究院|실험실|대학교/iu

/** Whether some words name an institution by what they say: "University", "Lab", "Inc.", a well-known company. */
export function isInstitution(text: string): boolean {
  return text.length <= 160 && WORDS.test(text)
}
