import type { Language } from '#core/language.ts';
import { openApi } from '#core/openapi/language.ts';
import { prisma } from '#core/prisma/language.ts';

/** The languages Plumbline reviews. What is judged is told in this order. */
export const languages: readonly Language[] = [openApi, prisma];
