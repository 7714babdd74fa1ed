import { localRule } from '#core/rule.ts';
import { schemaSettings } from '#rules/checklist.ts';
import { settingOf } from '#rules/detectors/prisma/generator-settings.ts';
import { insertSettingEdit } from '#rules/fixes/prisma/insert-setting.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const generatorOutputSet = localRule({
  id: 'prisma/generator-output-set',
  summary: 'Say where the generator `prisma-client` writes to.',
  why: 'It writes no client into `node_modules` any more: without `output`, `prisma generate` stops, on the machine of whoever installs the project next and in the build.',
  item: schemaSettings,
  references: [prismaDocumentation('Generators', 'prisma-schema/overview/generators')],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'No output',
      bad: `generator client {
  provider = «"prisma-client"»
}
`,
      good: `generator client {
  provider = "prisma-client"
  output   = "../src/generated/prisma"
}
`,
    },
  ],
  on: ['prisma.generator'],
  *check(generator) {
    const { provider } = generator;
    if (provider?.value !== 'prisma-client' || settingOf(generator, 'output') !== undefined) return;
    const edit = insertSettingEdit(generator, 'output', '"../src/generated/prisma"');
    yield {
      span: provider.span,
      message: 'The generator has no `output`, which `prisma-client` wants.',
      ...(edit && {
        fixes: [prismaFix('Add `output = "../src/generated/prisma"`', 'review', generator.section, edit)],
      }),
    };
  },
});
