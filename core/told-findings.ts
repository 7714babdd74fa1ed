import { foldFindings, type Member } from '#core/fold-findings.ts';
import { byPlace, compareText, placedFinding, spanInFile } from '#core/placed-finding.ts';
import { isSameRaw, type RawFinding } from '#core/raw-finding.ts';
import type { ReviewFinding } from '#core/review.ts';
import type { Rulebook } from '#core/rulebook.ts';
import type { WorkspaceNotes } from '#core/section-notes.ts';
import type { Steps } from '#core/steps.ts';

/** What is told of one rule in one description or schema. */
export interface ToldFindings {
  /** What was found, in the order it was reported. */
  readonly raws: readonly RawFinding[];
  /** Each once, in the order of the text, those in the root before those in other files. */
  readonly members: readonly Member[];
  /** The files in which something of it stands. */
  readonly uris: ReadonlySet<string>;
  readonly findings: readonly ReviewFinding[];
}

/** Findings by description or schema, and by rule. */
export type ByRule<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** What placing findings depends on. */
export interface PlacingContext {
  readonly notes: WorkspaceNotes;
  readonly rulebook: Rulebook;
  /** The files that are not those of the review before. */
  readonly changed: ReadonlySet<string>;
}

/** So many findings are placed in one step. */
const placedAtOnce = 500;

/** Places what was found and tells as one what belongs together. What did not change is taken over from the review before. */
export function* tellFindings(
  found: ByRule<readonly RawFinding[]>,
  context: PlacingContext,
  previous: ByRule<ToldFindings> | undefined,
): Steps<ByRule<ToldFindings>> {
  const told = new Map<string, ReadonlyMap<string, ToldFindings>>();
  let passed = 0;
  for (const [group, byRule] of found) {
    const own = new Map<string, ToldFindings>();
    told.set(group, own);
    for (const [ruleId, raws] of byRule) {
      const before = previous?.get(group)?.get(ruleId);
      const holds = before !== undefined && isUntouched(raws, before, context.changed);
      own.set(ruleId, holds ? before : yield* new Telling(group, raws, context, before).tell());
      passed += raws.length;
      if (passed < placedAtOnce) continue;
      yield;
      passed = 0;
    }
  }
  return told;
}

/** True when the same is said of the very same texts. */
function isUntouched(raws: readonly RawFinding[], before: ToldFindings, changed: ReadonlySet<string>): boolean {
  if (raws.length !== before.raws.length) return false;
  for (const uri of changed) if (before.uris.has(uri)) return false;
  return raws.every((raw, index) => isSameRaw(raw, before.raws[index]));
}

/** Tells of one rule in one description or schema. */
class Telling {
  readonly #group: string;
  readonly #raws: readonly RawFinding[];
  readonly #context: PlacingContext;
  readonly #before: ToldFindings | undefined;

  constructor(group: string, raws: readonly RawFinding[], context: PlacingContext, before: ToldFindings | undefined) {
    this.#group = group;
    this.#raws = raws;
    this.#context = context;
    this.#before = before;
  }

  *tell(): Steps<ToldFindings> {
    const { notes, rulebook } = this.#context;
    const known = this.#knownPlaced();
    const members: Member[] = [];
    for (const raw of this.#raws) {
      members.push({ raw, finding: known?.get(raw) ?? placedFinding(raw, notes) });
      if (members.length % placedAtOnce === 0) yield;
    }
    const distinct = this.#distinct(members);
    const findings = foldFindings(distinct, {
      inFile: (section, span) => spanInFile(section, span, notes),
      summary: rulebook.rules.find(({ id }) => id === this.#raws[0]?.ruleId)?.summary,
      known: this.#knownFolds(),
    });
    return { raws: this.#raws, members: distinct, uris: urisOf(distinct), findings };
  }

  /** What was placed before and stands where it stood; undefined where every file changed. */
  #knownPlaced(): ReadonlyMap<RawFinding, ReviewFinding> | undefined {
    const { changed } = this.#context;
    if (this.#before === undefined || [...this.#before.uris].every((uri) => changed.has(uri))) return undefined;
    const standing = this.#before.members.filter(({ finding: { uri, related } }) => {
      return !changed.has(uri) && !related.some((place) => changed.has(place.uri));
    });
    return new Map(standing.map(({ raw, finding }) => [raw, finding]));
  }

  /** The folds of before, of which each has another first member. */
  #knownFolds(): (members: readonly ReviewFinding[]) => ReviewFinding | undefined {
    const { changed } = this.#context;
    const folds = this.#before?.findings.filter(({ uri, members }) => members.length > 0 && !changed.has(uri)) ?? [];
    const byFirst = new Map(folds.map((fold) => [fold.members[0], fold]));
    return (members) => {
      const known = byFirst.get(members[0]);
      const holds = known?.members.length === members.length && known.members.every((one, at) => one === members[at]);
      return holds ? known : undefined;
    };
  }

  /** In order, and each once: a rule may come to a place on several ways. */
  #distinct(members: Member[]): readonly Member[] {
    const compare = inOrder(this.#group);
    members.sort(compare);
    return members.filter((member, index) => {
      const before = members[index - 1];
      return before === undefined || compare(before, member) !== 0;
    });
  }
}

/** Orders the findings of one rule: those of the root first, then file by file. */
function inOrder(rootUri: string): (a: Member, b: Member) => number {
  return ({ finding: a }, { finding: b }) => {
    if (a.uri === b.uri) return byPlace(a, b);
    return Number(b.uri === rootUri) - Number(a.uri === rootUri) || compareText(a.uri, b.uri);
  };
}

function urisOf(members: readonly Member[]): ReadonlySet<string> {
  const uris = new Set<string>();
  for (const { raw, finding } of members) {
    uris.add(finding.uri);
    for (const { uri } of finding.related) uris.add(uri);
    const place = raw.finding.cause?.place;
    if (place !== undefined) uris.add(place.section.uri);
  }
  return uris;
}
