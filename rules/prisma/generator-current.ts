import { providerOf } from '#core/prisma/provider.ts';
import { localRule } from '#core/rule.ts';
import { schemaSettings } from '#rules/checklist.ts';
import { settingOf } from '#rules/detectors/prisma/generator-settings.ts';
import { insertSettingEdit } from '#rules/fixes/prisma/insert-setting.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const generatorCurrent = localRule({
  id: 'prisma/generator-current',
  summary: 'Generate the client by `prisma-client`.',
  why: 'Since Prisma 7 `prisma-client-js` is kept for old projects only. It writes code into `node_modules`, where bundlers, workers and monorepos do not find it or find a stale one.',
  item: schemaSettings,
  references: [prismaDocumentation('Generators', 'prisma-schema/overview/generators')],
  severity: 'info',
  recommended: false,
  tag: 'deprecated',
  examples: [
    {
      title: 'The generator of Prisma 6',
      bad: `generator client {
  provider = «"prisma-client-js"»
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
  *check(generator, scope) {
    const { provider, section } = generator;
    // Prisma 7 has no MongoDB: those schemas stay with Prisma 6.
    if (provider?.value !== 'prisma-client-js' || providerOf(scope.roots('prisma.datasource')) === 'mongodb') return;
    const change = { span: provider.span, newText: '"prisma-client"' };
    const hasOutput = settingOf(generator, 'output') !== undefined;
    const output = hasOutput ? undefined : insertSettingEdit(generator, 'output', '"../src/generated/prisma"');
    const edits = output === undefined ? [] : [output];
    yield {
      span: provider.span,
      message: '`prisma-client-js` is the generator of Prisma 6 and before.',
      ...((hasOutput || output !== undefined) && {
        fixes: [
          prismaFix(
            `Generate by \`prisma-client\`${hasOutput ? '' : ' into `../src/generated/prisma`'} (imports of the client change)`,
            'review',
            section,
            change,
            ...edits,
          ),
        ],
      }),
    };
  },
});
