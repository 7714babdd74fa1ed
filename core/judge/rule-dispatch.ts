import { type ActiveRule, activeRules, type Config } from '#core/config/config.ts';
import type { NodeKind } from '#core/node.ts';
import type { GlobalRuleOfAny, LocalRuleOfAny } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';

export type Active<R> = Omit<ActiveRule, 'rule'> & {
  readonly rule: R;
};

/** The active rules of one configuration by the kind of node they look at. */
export interface Dispatch {
  readonly local: ReadonlyMap<NodeKind, readonly Active<LocalRuleOfAny>[]>;
  readonly global: ReadonlyMap<NodeKind, readonly Active<GlobalRuleOfAny>[]>;
}

const dispatches = new WeakMap<Rulebook, WeakMap<Config, Map<string, Dispatch>>>();

/** The rules that hold under a configuration; the very same object for the same configuration, preset and rulebook. */
export function dispatchFor(config: Config, preset: string, rulebook: Rulebook): Dispatch {
  const byConfig = dispatches.get(rulebook) ?? new WeakMap<Config, Map<string, Dispatch>>();
  dispatches.set(rulebook, byConfig);
  const byPreset = byConfig.get(config) ?? new Map<string, Dispatch>();
  byConfig.set(config, byPreset);
  const dispatch = byPreset.get(preset) ?? dispatchOf(activeRules(config, preset, rulebook));
  byPreset.set(preset, dispatch);
  return dispatch;
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
