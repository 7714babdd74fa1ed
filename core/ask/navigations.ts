import type { Navigation } from '#core/ask/navigation.ts';
import { openApiNavigation } from '#core/ask/openapi-navigation.ts';
import { prismaNavigation } from '#core/ask/prisma-navigation.ts';

/** The kinds of files that can be navigated; a language that is not among them is only judged. */
export const navigations: readonly Navigation[] = [openApiNavigation, prismaNavigation];

/** Undefined for a kind of documents or sections of which nothing can be asked. */
export function navigationOf(kind: string): Navigation | undefined {
  return navigations.find((each) => each.kind === kind);
}
