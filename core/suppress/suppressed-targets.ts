import { namesRule, type Suppression } from '#core/suppress/suppression.ts';
import { firstFrom } from '#core/text/first-from.ts';
import { containsSpan, type Span } from '#core/text/span.ts';

type Use = (suppression: Suppression, rule: string) => void;

/** What the suppressions of one section, or of a whole file, cover: asking costs the targets around a place, not all there are. */
export class SuppressedTargets {
  readonly #targets: Target[] = [];

  /** `use` is told once of each rule, as a suppression writes it, that covers something. */
  constructor(suppressions: readonly Suppression[], use: Use) {
    const byPlace = new Map<string, Target>();
    for (const suppression of suppressions) {
      const { start, end } = suppression.target === 'file' ? everywhere : suppression.target;
      const key = `${start} ${end}`;
      const target = byPlace.get(key) ?? new Target(start, end, use);
      byPlace.set(key, target);
      target.suppressions.push(suppression);
    }
    this.#targets = [...byPlace.values()].sort((a, b) => a.start - b.start || b.end - a.end);
    const open: Target[] = [];
    for (const target of this.#targets) {
      while ((open.at(-1)?.end ?? Number.POSITIVE_INFINITY) <= target.start) open.pop();
      target.around = open.at(-1);
      open.push(target);
    }
  }

  /** True when a suppression with a reason covers what a rule finds at a span. */
  silence(ruleId: string, span: Span): boolean {
    let silenced = false;
    const last = this.#targets[firstFrom(this.#targets, span.start + 1) - 1];
    for (let target = last; target !== undefined; target = target.around) {
      if (containsSpan(target, span) && target.silences(ruleId)) silenced = true;
    }
    return silenced;
  }
}

const everywhere = { start: 0, end: Number.POSITIVE_INFINITY };

/** One place with the suppressions of it. */
class Target {
  readonly start: number;
  readonly end: number;
  readonly suppressions: Suppression[] = [];
  /** The nearest one that begins before it and goes on where it begins. */
  around: Target | undefined;
  /** By rule. */
  readonly #known = new Map<string, boolean>();
  readonly #tell: Use;

  constructor(start: number, end: number, use: Use) {
    this.#tell = use;
    this.start = start;
    this.end = end;
  }

  silences(ruleId: string): boolean {
    const known = this.#known.get(ruleId) ?? this.#use(ruleId);
    this.#known.set(ruleId, known);
    return known;
  }

  #use(ruleId: string): boolean {
    let silenced = false;
    for (const suppression of this.suppressions) {
      const rule = suppression.rules.find(({ value }) => namesRule(value, ruleId));
      if (rule === undefined) continue;
      this.#tell(suppression, rule.value);
      silenced ||= suppression.reason !== undefined;
    }
    return silenced;
  }
}
