import { listValue, stringValue } from '#core/prisma/attribute.ts';
import type { PrismaGenerator, PrismaSetting } from '#core/prisma/model.ts';

/** The setting of this name; undefined when there is none. */
export function settingOf(
  { settings }: { readonly settings: readonly PrismaSetting[] },
  name: string,
): PrismaSetting | undefined {
  return settings.find(({ key }) => key.value === name);
}

/** True where a generator asks for a preview feature. */
export function hasPreviewFeature(generator: PrismaGenerator, feature: string): boolean {
  const features = listValue(settingOf(generator, 'previewFeatures')?.value);
  return features.some((item) => stringValue(item)?.value === feature);
}
