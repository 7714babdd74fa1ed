import type { ChangeEffect } from '#rules/detectors/change/change-effect.ts';

/** `3 changes against main · 1 breaks clients · 1 loses data`; an effect for each change. */
export function changesTitle(effects: readonly (ChangeEffect | undefined)[], base: string): string {
  const parts = (Object.keys(words) as ChangeEffect[]).flatMap((effect) => {
    const count = effects.filter((each) => each === effect).length;
    return count === 0 ? [] : [`${count} ${words[effect][count === 1 ? 0 : 1]}`];
  });
  const all = `${effects.length} ${effects.length === 1 ? 'change' : 'changes'} against ${base}`;
  return [all, ...parts].join(' · ');
}

/** What one does, in words. */
export function effectWords(effect: ChangeEffect): string {
  return words[effect][0];
}

/** Of one, and of several. */
const words: { readonly [E in ChangeEffect]: readonly [string, string] } = {
  'breaks-clients': ['breaks clients', 'break clients'],
  'loses-data': ['loses data', 'lose data'],
  'may-fail': ['may fail on rows', 'may fail on rows'],
};
