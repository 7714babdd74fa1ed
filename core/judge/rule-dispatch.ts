import { type ActiveRule, activeRules, type Config } from '#core/config/config.ts';
import { KeyBits } from '#core/judge/key-bits.ts';
import type { NodeKind } from '#core/node.ts';
import type { GlobalRuleOfAny, LocalRuleOfAny } from '#core/rule.ts';
import type { Rulebook } from '#core/rulebook.ts';

export type Active<R> = Omit<ActiveRule, 'rule'> & {
  readonly rule: R;
};

/** The active rules of one configuration by the kind of node they look at. */
export type Dispatch = ReadonlyMap<NodeKind, RulesOfKind>;

/** A rule, and the bits of the keys it looks for (`Keys`). */
export interface Dispatched {
  readonly active: Active<LocalRuleOfAny> | Active<GlobalRuleOfAny>;
  readonly keys: number;
}

/** The rules that look at one kind of node; of those that look only where certain keys are written nobody asks elsewhere. */
export interface RulesOfKind {
  readonly rules: readonly Dispatched[];
  readonly keys: KeyBits;
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
  const dispatch = new Map<NodeKind, { readonly rules: Dispatched[]; readonly keys: KeyBits }>();
  for (const one of active) {
    for (const kind of one.rule.on) {
      const ofKind = dispatch.get(kind) ?? { rules: [], keys: new KeyBits() };
      dispatch.set(kind, ofKind);
      ofKind.rules.push({ active: typed(one), keys: ofKind.keys.bitsOf(one.rule.having) });
    }
  }
  return dispatch;
}

function typed({ rule, severity, options }: ActiveRule): Dispatched['active'] {
  return rule.reach === 'local' ? { rule, severity, options } : { rule, severity, options };
}
