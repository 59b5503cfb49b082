export interface Candidate {
  id: string;
  title: string;
  /** Quiet words at the right: the group, the number. */
  hint?: string;
  words: string[];
  run: () => void;
}

/**
 * How well a candidate answers, higher is better, 0 is not at all: the start of a title before its middle, before an
 * alias. Chinese is matched by characters as they stand; pinyin comes in through the aliases.
 */
export function score(candidate: Candidate, typed: string): number {
  const query = typed.trim().toLowerCase();
  if (!query) return 1;
  const title = candidate.title.toLowerCase();
  if (title.startsWith(query)) return 4;
  if (title.includes(query)) return 3;
  if (candidate.words.some((word) => word.toLowerCase().startsWith(query))) return 2;
  return 0;
}

/** The best first; equally good ones keep their order. */
export const matching = (candidates: Candidate[], typed: string): Candidate[] =>
  candidates
    .map((candidate) => ({ candidate, score: score(candidate, typed) }))
    .filter((c) => c.score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map((c) => c.candidate);
