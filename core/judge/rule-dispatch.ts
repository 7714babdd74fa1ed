import { type ActiveRule, activeRules, type Config } from '#core/config/config.ts';
import { AskedRule } from '#core/judge/asked-rule.ts';
import { RulesOfKind } from '#core/judge/rules-of-kind.ts';
import type { NodeKind } from '#core/node.ts';
import type { Rulebook } from '#core/rulebook.ts';

/** The active rules of one configuration by the kind of node they look at. */
export type Dispatch = ReadonlyMap<NodeKind, RulesOfKind>;

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
  const byKind = new Map<NodeKind, AskedRule[]>();
  for (const one of active) {
    const asked = new AskedRule(one);
    for (const kind of one.rule.on) {
      const ofKind = byKind.get(kind) ?? [];
      byKind.set(kind, ofKind);
      ofKind.push(asked);
    }
  }
  return new Map([...byKind].map(([kind, rules]) => [kind, new RulesOfKind(rules)] as const));
}
