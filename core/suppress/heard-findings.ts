import { meantRule } from '#core/config/config-names.ts';
import { ruleGroups } from '#core/config/rule-groups.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { Rulebook } from '#core/rulebook.ts';
import { meantSuppressions } from '#core/suppress/meant-suppressions.ts';
import { SuppressedTargets } from '#core/suppress/suppressed-targets.ts';
import { isPlaceholder, namesRule, type Suppression } from '#core/suppress/suppression.ts';
import type { Section } from '#core/text/section.ts';
import type { Span } from '#core/text/span.ts';
import type { EngineRule } from '#core/work/engine-codes.ts';
import { cost, Pace } from '#core/work/pace.ts';
import type { Steps } from '#core/work/steps.ts';

/** The id under which suppressions are told that nothing needs. */
export const unusedIgnore = 'plumbline/unused-ignore';

/**
 * Leaves out what a suppression with a reason covers, at the place of a finding or of its cause; reports those without reason,
 * of unknown rules, and without use.
 */
export function* heardFindings(
  findings: readonly RawFinding[],
  written: readonly Suppression[],
  rulebook: Rulebook,
): Steps<readonly RawFinding[]> {
  if (written.length === 0) return findings;
  const suppressions = meantSuppressions(written, rulebook);
  const used = new UsedSuppressions(suppressions);
  const heard: RawFinding[] = [];
  const pace = new Pace();
  for (const raw of findings) {
    if (pace.isDue(cost.passed)) yield;
    if (used.isHeard(raw)) heard.push(raw);
  }
  return [...heard, ...suppressions.flatMap((suppression) => complaints(suppression, used.of(suppression), rulebook))];
}

class UsedSuppressions {
  /** By section, or by file. */
  readonly #byOwner: ReadonlyMap<string, SuppressedTargets>;
  readonly #used = new Map<Suppression, Set<string>>();

  constructor(suppressions: readonly Suppression[]) {
    const byOwner = new Map<string, Suppression[]>();
    for (const suppression of suppressions) {
      const owner = suppression.target === 'file' ? suppression.section.uri : suppression.section.id;
      const known = byOwner.get(owner);
      if (known === undefined) byOwner.set(owner, [suppression]);
      else known.push(suppression);
    }
    const use = (suppression: Suppression, rule: string) => this.#use(suppression, rule);
    this.#byOwner = new Map([...byOwner].map(([owner, own]) => [owner, new SuppressedTargets(own, use)]));
  }

  /** The rules, as they are written, of which it covered something. */
  of(suppression: Suppression): ReadonlySet<string> | undefined {
    return this.#used.get(suppression);
  }

  isHeard({ ruleId, section, finding: { span, cause } }: RawFinding): boolean {
    const isSilenced = this.#silences(ruleId, section, span);
    const isCauseSilenced = cause?.place !== undefined && this.#silences(ruleId, cause.place.section, cause.place.span);
    return !isSilenced && !isCauseSilenced;
  }

  #silences(ruleId: string, section: Section, span: Span): boolean {
    const isInSection = this.#byOwner.get(section.id)?.silence(ruleId, span) === true;
    const isInFile = this.#byOwner.get(section.uri)?.silence(ruleId, span) === true;
    return isInSection || isInFile;
  }

  #use(suppression: Suppression, rule: string): void {
    const used = this.#used.get(suppression);
    if (used === undefined) this.#used.set(suppression, new Set([rule]));
    else used.add(rule);
  }
}

function complaints(suppression: Suppression, used: ReadonlySet<string> | undefined, rulebook: Rulebook): RawFinding[] {
  const { section, span, rules, reason, foreign } = suppression;
  if (foreign !== undefined) return [];
  const found = (ruleId: EngineRule, place: Span, message: string): RawFinding => ({
    ruleId,
    severity: 'warning',
    group: section.uri,
    section,
    finding: { span: place, message },
  });
  if (rules.length === 0 || reason === undefined) {
    return [
      found(
        'plumbline/ignore-reason',
        span,
        'A suppression needs a rule and a reason: write “plumbline-ignore rule: reason”.',
      ),
    ];
  }
  const unfinished = isPlaceholder(reason)
    ? [
        found(
          'plumbline/ignore-reason',
          span,
          `Say why ${rules.map(({ value }) => `“${value}”`).join(', ')} is ignored: “${reason}” is only a placeholder.`,
        ),
      ]
    : [];
  const mistaken = rules.flatMap(({ value, span: place }) => {
    const known = value.startsWith('plumbline/') || rulebook.rules.some(({ id }) => namesRule(value, id));
    if (!known)
      return [found('plumbline/unknown-rule', place, `There is no rule “${value}”.${suggestion(value, rulebook)}`)];
    if (used?.has(value)) return [];
    return [found(unusedIgnore, place, `Nothing here breaks “${value}”: this suppression is not needed. Remove it.`)];
  });
  return [...unfinished, ...mistaken];
}

function suggestion(written: string, { rules }: Rulebook): string {
  const meant = meantRule(written, [...ruleGroups(rules), ...rules.map(({ id }) => id)]);
  return meant === undefined ? '' : ` Did you mean “${meant}”?`;
}
