import type { AskedRule } from '#core/judge/asked-rule.ts';
import type { ReviewNode } from '#core/node.ts';
import { entriesOf } from '#core/tree/tree.ts';

/** What a unit is compared with. */
interface Sight {
  readonly database: object | undefined;
  readonly former: object | undefined;
}

/** What a unit may be compared with, as rules say that they need it. */
export type Beside = 'database' | 'base';

/** What is done with each rule that looks at a node. */
type JudgeOne = (rule: AskedRule, node: ReviewNode) => void;

/** A set of the rules of one kind of node: a bit each, 32 in a number. */
type RuleSet = Int32Array;

/**
 * The rules that look at one kind of node. Which of them have something to look for in a node is found out for all of them at once, from
 * the keys that are written in it: however many rules there are, a node costs what those few take.
 */
export class RulesOfKind {
  readonly #rules: readonly AskedRule[];
  /** Those that look at every node. */
  readonly #always: RuleSet;
  /** Those that look for a key (`having`). */
  readonly #byKey = new Map<string, RuleSet>();
  /** Those that look at `$ref`s to a kind of node (`to`). */
  readonly #byTarget = new Map<string, RuleSet>();
  /** Those that look at `$ref`s to all kinds. */
  readonly #toAll: RuleSet;
  readonly #withoutDatabase: RuleSet;
  readonly #withoutBase: RuleSet;
  readonly #needing: { readonly [N in Beside]: RuleSet };
  /** Filled for each node anew. */
  readonly #asked: RuleSet;

  constructor(rules: readonly AskedRule[]) {
    this.#rules = rules;
    this.#always = this.#thoseThat(({ rule }) => rule.having === undefined);
    this.#toAll = this.#thoseThat(({ rule }) => rule.to === undefined);
    this.#withoutDatabase = this.#thoseThat(({ needsDatabase }) => !needsDatabase);
    this.#withoutBase = this.#thoseThat(({ needsBase }) => !needsBase);
    this.#needing = {
      database: this.#thoseThat(({ needsDatabase }) => needsDatabase),
      base: this.#thoseThat(({ needsBase }) => needsBase),
    };
    this.#asked = this.#thoseThat(() => false);
    for (const key of new Set(rules.flatMap(({ rule }) => rule.having ?? [])))
      this.#byKey.set(
        key,
        this.#thoseThat(({ rule }) => rule.having?.includes(key) === true),
      );
    for (const kind of new Set(rules.flatMap(({ rule }) => rule.to ?? [])))
      this.#byTarget.set(
        kind,
        this.#thoseThat(({ rule }) => rule.to?.includes(kind) ?? true),
      );
  }

  /** Calls `judge` for each rule that looks at a node and sees in its unit what it needs, in their order. */
  ask(node: ReviewNode, sight: Sight, judge: JudgeOne): void {
    this.#askAmong(undefined, node, sight, judge);
  }

  /** The same for those alone that need this beside what they look at. */
  askThoseOf(beside: Beside, node: ReviewNode, sight: Sight, judge: JudgeOne): void {
    this.#askAmong(this.#needing[beside], node, sight, judge);
  }

  #askAmong(among: RuleSet | undefined, node: ReviewNode, { database, former }: Sight, judge: JudgeOne): void {
    const asked = this.#asked;
    asked.set(this.#always);
    if (this.#byKey.size > 0) this.#addLooking(node);
    if (this.#byTarget.size > 0 && 'to' in node) keepOnly(asked, this.#byTarget.get(node.to) ?? this.#toAll);
    if (database === undefined) keepOnly(asked, this.#withoutDatabase);
    if (former === undefined) keepOnly(asked, this.#withoutBase);
    if (among !== undefined) keepOnly(asked, among);
    for (let word = 0; word < asked.length; word++) {
      for (let left = asked[word] ?? 0; left !== 0; left &= left - 1) {
        const rule = this.#rules[word * wordSize + lowestBit(left)];
        if (rule !== undefined) judge(rule, node);
      }
    }
  }

  /** Adds those that look for a key which is written in the map of a node; all where it is no map of YAML or JSON. */
  #addLooking(node: ReviewNode): void {
    if (!('tree' in node)) {
      this.#asked.fill(-1);
      return;
    }
    for (const { key } of entriesOf(node.tree)) {
      const looking = this.#byKey.get(key.value);
      if (looking !== undefined) add(this.#asked, looking);
    }
  }

  #thoseThat(isIn: (rule: AskedRule) => boolean): RuleSet {
    const set = new Int32Array(Math.ceil(this.#rules.length / wordSize));
    for (const [index, rule] of this.#rules.entries()) {
      const word = Math.floor(index / wordSize);
      if (isIn(rule)) set[word] = (set[word] ?? 0) | (1 << (index % wordSize));
    }
    return set;
  }
}

const wordSize = 32;

function add(set: RuleSet, others: RuleSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) | (others[word] ?? 0);
}

function keepOnly(set: RuleSet, others: RuleSet): void {
  for (let word = 0; word < set.length; word++) set[word] = (set[word] ?? 0) & (others[word] ?? 0);
}

/** The place of the lowest bit that is set. */
function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
