import type { Answer, AnswerMap, Answers, Verdict } from '#core/checklist/answers.ts';
import type { TreeChange } from '#core/tree/change.ts';
import type { PlainValue } from '#core/tree/tree.ts';

/** The text of a new answers file, to which `answerChanges` applies. */
export const emptyAnswersText = '# Answers to the Plumbline checklist: who judged what, and when.\nversion: 2\n';

/** Where in an answers file an answer belongs. */
export interface AnswerPlace {
  readonly uri: string;
  readonly itemId: string;
  /** Undefined: among the answers for every service. */
  readonly service: { readonly path: string; readonly title: string | undefined } | undefined;
  /** What the file holds. */
  readonly file: Answers;
  /** The ids of all rows: a new answer goes to its place among the others, so that few people write to the same line. */
  readonly order: readonly string[];
}

/** The answers that stand where a place is; undefined where the service has none. */
export function answersAt({ service, file }: Pick<AnswerPlace, 'service' | 'file'>): AnswerMap | undefined {
  return service === undefined ? file.shared : file.services.find(({ path }) => path === service.path)?.answers;
}

/**
 * The changes that write an answer. What else stands in the file stays, keys that are not known here, too. `open` takes back
 * what an outer answer says; undefined removes the answer.
 */
export function answerChanges(place: AnswerPlace, answer: Answer | 'open' | undefined): readonly TreeChange[] {
  const { uri, itemId, service, file, order } = place;
  const base = service === undefined ? [] : ['services', service.path];
  const pointer = [...base, 'answers', itemId];
  if (answer === undefined) return [{ kind: 'remove', uri, pointer }];
  const version = set(uri, ['version'], 2);
  const known = answersAt(place);
  if (known?.has(itemId) === true) return [version, ...parts(answer).map((part) => changeOf(uri, pointer, part))];
  const value = Object.fromEntries(parts(answer).filter(isGiven));
  if (service !== undefined && known === undefined) {
    const later = file.services
      .map(({ path }) => path)
      .filter((path) => path > service.path)
      .sort();
    const title = service.title === undefined ? {} : { title: service.title };
    return [version, { ...set(uri, base, { ...title, answers: { [itemId]: value } }), before: later }];
  }
  return [version, { ...set(uri, pointer, value), before: order.slice(order.indexOf(itemId) + 1) }];
}

type Part = readonly [string, PlainValue | undefined];

/** As they are written, in this order. */
const words: { readonly [V in Verdict]: string } = { yes: 'yes', no: 'no', 'not-applicable': 'not applicable' };

function parts(answer: Answer | 'open'): readonly Part[] {
  const { note, who, when, evidence } = answer === 'open' ? nothing : answer;
  return [
    ['answer', answer === 'open' ? 'open' : words[answer.verdict]],
    ['checked', undefined],
    ['note', note],
    ['who', who],
    ['when', when],
    ['evidence', evidence && { count: evidence.count, ...(evidence.digest && { digest: evidence.digest }) }],
  ];
}

const nothing = { note: undefined, who: undefined, when: undefined, evidence: undefined };

function isGiven(part: Part): part is readonly [string, PlainValue] {
  return part[1] !== undefined;
}

function changeOf(uri: string, pointer: readonly string[], [key, value]: Part): TreeChange {
  return value === undefined ? { kind: 'remove', uri, pointer: [...pointer, key] } : set(uri, [...pointer, key], value);
}

function set(uri: string, pointer: readonly string[], value: PlainValue): Extract<TreeChange, { kind: 'set' }> {
  return { kind: 'set', uri, pointer, value };
}
