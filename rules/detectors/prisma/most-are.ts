import type { UsualStyle } from '#rules/detectors/openapi/usual-style.ts';

/**
 * Why another style stands out: `most models are PascalCase`. How many are is left out: it would make a finding another one whenever one
 * of them is mended.
 */
export function mostAre({ style, isChosen }: UsualStyle, names: string): string {
  return isChosen ? `${names} are to be ${style}` : `most ${names} are ${style}`;
}
