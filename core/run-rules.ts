import { type ActiveRule, activeRules, type Config } from '#core/config.ts';
import { visitNodes } from '#core/project/visit-nodes.ts';
import { configFor, type Workspace } from '#core/project/workspace.ts';
import type { RawFinding } from '#core/raw-finding.ts';
import type { ReviewSettings } from '#core/review.ts';
import type {
  GlobalRuleOfAny,
  InSection,
  Keyed,
  LocalRuleOfAny,
  NodeKind,
  ReviewNode,
  Scope,
  Section,
} from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';

type Active<R> = Omit<ActiveRule, 'rule'> & { readonly rule: R };

/** The active rules of one configuration by the kind of node they look at. */
interface Dispatch {
  readonly local: ReadonlyMap<NodeKind, readonly Active<LocalRuleOfAny>[]>;
  readonly global: ReadonlyMap<NodeKind, readonly Active<GlobalRuleOfAny>[]>;
}

/** Runs every active rule over every node, section by section, and then compares the facts the global rules gathered. */
export function runRules(
  workspace: Workspace,
  rulebook: Rulebook,
  settings: ReviewSettings,
): { readonly findings: readonly RawFinding[]; readonly kindsSeen: ReadonlySet<NodeKind> } {
  const run = new Run(workspace, rulebook, settings);
  visitNodes(workspace, settings, (node, section, scope, group) => run.visit(node, section, scope, group));
  run.compareFacts();
  return { findings: run.findings, kindsSeen: run.kindsSeen };
}

class Run {
  readonly findings: RawFinding[] = [];
  readonly kindsSeen = new Set<NodeKind>();
  readonly #workspace: Workspace;
  readonly #rulebook: Rulebook;
  readonly #settings: ReviewSettings;
  readonly #dispatches = new Map<Config, Dispatch>();
  readonly #byUri = new Map<string, Dispatch>();
  /** Facts by description or schema, rule and key, in the order they were gathered. */
  readonly #facts = new Map<string, { active: Active<GlobalRuleOfAny>; facts: InSection<Keyed>[] }>();

  constructor(workspace: Workspace, rulebook: Rulebook, settings: ReviewSettings) {
    this.#workspace = workspace;
    this.#rulebook = rulebook;
    this.#settings = settings;
  }

  visit(node: ReviewNode, section: Section, scope: Scope, group: string): void {
    this.kindsSeen.add(node.kind);
    const dispatch = this.#dispatchFor(section.uri);
    for (const active of dispatch.local.get(node.kind) ?? []) {
      this.#guard(active.rule.id, section, () => this.#check(active, node, section, scope));
    }
    for (const active of dispatch.global.get(node.kind) ?? []) {
      this.#guard(active.rule.id, section, () => this.#gather(active, node, section, scope, group));
    }
  }

  compareFacts(): void {
    for (const { active, facts } of this.#facts.values()) {
      const [first] = facts;
      if (first === undefined) continue;
      this.#guard(active.rule.id, first.section, () => {
        for (const { section, value } of active.rule.compare(facts, active.options)) {
          this.#report(active, value.section ?? section, value);
        }
      });
    }
  }

  #check(active: Active<LocalRuleOfAny>, node: ReviewNode, section: Section, scope: Scope): void {
    for (const finding of active.rule.check(node, scope, active.options)) {
      this.#report(active, finding.section ?? section, finding);
    }
  }

  #gather(active: Active<GlobalRuleOfAny>, node: ReviewNode, section: Section, scope: Scope, group: string): void {
    for (const value of active.rule.gather(node, scope, active.options)) {
      const id = `${group}\n${active.rule.id}\n${value.key}`;
      const entry = this.#facts.get(id) ?? { active, facts: [] };
      entry.facts.push({ section, value });
      this.#facts.set(id, entry);
    }
  }

  #report(active: Active<LocalRuleOfAny | GlobalRuleOfAny>, section: Section, finding: RawFinding['finding']): void {
    this.findings.push({ ruleId: active.rule.id, severity: active.severity, section, finding });
  }

  /** One broken rule must not blank the editor: its failure becomes a finding of its own. */
  #guard(ruleId: string, section: Section, run: () => void): void {
    try {
      run();
    } catch (error) {
      if (this.#settings.failFast === true) throw error;
      const message = `The rule ${ruleId} failed here: ${error instanceof Error ? error.message : String(error)}. Please report it.`;
      this.findings.push({
        ruleId: 'plumbline/internal-error',
        severity: 'warning',
        section,
        finding: { span: { start: 0, end: 0 }, message },
      });
    }
  }

  #dispatchFor(uri: string): Dispatch {
    const known = this.#byUri.get(uri);
    if (known !== undefined) return known;
    const config = configFor(uri, this.#workspace.configs, this.#settings.folders);
    const dispatch =
      this.#dispatches.get(config) ?? dispatchOf(activeRules(config, this.#settings.preset, this.#rulebook));
    this.#dispatches.set(config, dispatch);
    this.#byUri.set(uri, dispatch);
    return dispatch;
  }
}

function dispatchOf(active: readonly ActiveRule[]): Dispatch {
  const local = new Map<NodeKind, Active<LocalRuleOfAny>[]>();
  const global = new Map<NodeKind, Active<GlobalRuleOfAny>[]>();
  for (const { rule, severity, options } of active) {
    for (const kind of rule.on) {
      if (rule.reach === 'local') addTo(local, kind, { rule, severity, options });
      else addTo(global, kind, { rule, severity, options });
    }
  }
  return { local, global };
}

function addTo<T>(map: Map<NodeKind, T[]>, kind: NodeKind, value: T): void {
  const values = map.get(kind);
  if (values === undefined) map.set(kind, [value]);
  else values.push(value);
}
