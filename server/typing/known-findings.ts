import type { ReviewFinding } from '#core/review-finding.ts';
import type { Span } from '#core/text/span.ts';
import { type MovedSpans, unmoved } from '#server/typing/moved-spans.ts';

/** What was told of a file, and what waits. */
export interface ToldBefore {
  readonly shown: readonly ReviewFinding[];
  readonly held: ReadonlySet<ReviewFinding>;
}

interface Known {
  readonly finding: ReviewFinding;
  readonly place: Span;
  readonly fate: 'shown' | 'held';
  isUsed: boolean;
}

/** Those of one key, in order; the ones before `next` are met. */
interface Queue {
  readonly all: Known[];
  next: number;
}

/** The findings of a file as the review before had them, to meet those of now. Each is met once. */
export class KnownFindings {
  readonly #all: readonly Known[];
  /** By what they say and where they stand now. */
  readonly #byPlace = new Map<string, Queue>();
  readonly #byText = new Map<string, Queue>();
  readonly #byFinding = new Map<ReviewFinding, Known>();
  #byRule: Map<string, Queue> | undefined;

  constructor({ shown, held }: ToldBefore, moves: (uri: string) => MovedSpans | undefined) {
    const known = (finding: ReviewFinding, fate: Known['fate']): Known => {
      const move = moves(finding.uri) ?? unmoved;
      const place = move.moved(finding.span);
      const one = { finding, place, fate, isUsed: false };
      for (const start of new Set([place.start, move.earliestStart(finding.span)]))
        add(this.#byPlace, placeKey(finding, start), one);
      add(this.#byText, textKey(finding), one);
      this.#byFinding.set(finding, one);
      return one;
    };
    this.#all = [
      ...shown.map((finding) => known(finding, 'shown')),
      ...[...held].map((finding) => known(finding, 'held')),
    ];
  }

  /** What became of the finding that says the same at the same place. */
  takeSame(finding: ReviewFinding): Known['fate'] | undefined {
    return takeFirst(this.#byPlace.get(placeKey(finding, finding.span.start)));
  }

  /** What became of one that says the same at another place. */
  takeElsewhere(finding: ReviewFinding): Known['fate'] | undefined {
    return takeFirst(this.#byText.get(textKey(finding)));
  }

  /** Those of a rule that were told and were not met. */
  leftOf(ruleId: string): readonly ReviewFinding[] {
    this.#byRule ??= byRule(this.#all.filter(isLeft));
    return (this.#byRule.get(ruleId)?.all ?? []).filter(isLeft).map(({ finding }) => finding);
  }

  left(): readonly ReviewFinding[] {
    return this.#all.filter(isLeft).map(({ finding }) => finding);
  }

  /** Where a finding of before stands now. */
  placeOf(finding: ReviewFinding): Span {
    return this.#byFinding.get(finding)?.place ?? finding.span;
  }

  use(finding: ReviewFinding): void {
    const known = this.#byFinding.get(finding);
    if (known !== undefined) known.isUsed = true;
  }
}

function isLeft({ isUsed, fate }: Known): boolean {
  return !isUsed && fate === 'shown';
}

function byRule(all: readonly Known[]): Map<string, Queue> {
  const rules = new Map<string, Queue>();
  for (const known of all) add(rules, known.finding.ruleId, known);
  return rules;
}

function takeFirst(queue: Queue | undefined): Known['fate'] | undefined {
  while (queue !== undefined && queue.next < queue.all.length) {
    const known = queue.all[queue.next++];
    if (known === undefined || known.isUsed) continue;
    known.isUsed = true;
    return known.fate;
  }
  return undefined;
}

function textKey({ ruleId, severity, message }: ReviewFinding): string {
  return `${ruleId} ${severity} ${message}`;
}

function placeKey(finding: ReviewFinding, start: number): string {
  return `${start} ${textKey(finding)}`;
}

function add(map: Map<string, Queue>, key: string, known: Known): void {
  const queue = map.get(key);
  if (queue === undefined) map.set(key, { all: [known], next: 0 });
  else queue.all.push(known);
}
