import { stringValue } from '#core/prisma/attribute.ts';
import type { PrismaSetting } from '#core/prisma/model.ts';
import { localRule } from '#core/rule.ts';
import { secrets } from '#rules/checklist.ts';
import { prismaFix } from '#rules/fixes/prisma/prisma-fix.ts';
import { prismaDocumentation } from '#rules/sources.ts';

export const urlFromEnvironment = localRule({
  id: 'prisma/url-from-environment',
  summary: 'Read the address of the database from the environment.',
  why:
    'A password in the schema is in every clone, every build and the history of the repository, and stays there when it is removed. It has to be changed in the database, and the new one ' +
    'read from the environment.',
  item: secrets,
  references: [
    prismaDocumentation('Environment variables', 'more/development-environment/environment-variables'),
    { title: 'The Twelve-Factor App, III. Config', url: 'https://12factor.net/config' },
  ],
  severity: 'error',
  recommended: true,
  examples: [
    {
      title: 'A password in the schema',
      bad: `datasource db {
  provider = "postgresql"
  url      = «"postgresql://app:Zk81-pQx@db.example.com:5432/shop"»
}
`,
      good: `datasource db {
  provider = "postgresql"
  url      = env("DATABASE_URL")
}
`,
    },
  ],
  on: ['prisma.datasource'],
  *check(datasource) {
    for (const setting of datasource.settings) {
      const variable = variables[setting.key.value];
      const value = stringValue(setting.value);
      if (variable === undefined || value === undefined || !hasPassword(value.value)) continue;
      yield {
        span: value.span,
        message: `\`${setting.key.value}\` holds a password, which everybody with the repository has. Change it in the database.`,
        fixes: [
          prismaFix(
            `Read \`${setting.key.value}\` from \`${variable}\` (set that, in Prisma 7 in \`prisma.config.ts\`)`,
            'review',
            datasource.section,
            { span: value.span, newText: `env("${variable}")` },
          ),
        ],
      };
    }
  },
});

const variables: { readonly [setting: PrismaSetting['key']['value']]: string } = {
  url: 'DATABASE_URL',
  directUrl: 'DIRECT_URL',
  shadowDatabaseUrl: 'SHADOW_DATABASE_URL',
};

/** A password or key that is none of those in every tutorial for a database on the same machine. */
function hasPassword(url: string): boolean {
  const userInfo = /^[a-z][a-z0-9+.-]{0,40}:\/\/([^:@/?#]{0,200}):([^@/?#]{1,200})@([^:/?#,;]{1,200})/i.exec(url);
  if (userInfo !== null) {
    const [, user = '', password = '', host = ''] = userInfo;
    return !isPlaceholder(password) && !(isLocal(host) && isUsual(password, user));
  }
  const setting = /[;?&](?:password|pwd|api_key)=([^;&]{1,400})/i.exec(url);
  const host = /:\/\/([^:;/]{1,200})/.exec(url)?.[1] ?? '';
  return setting !== null && !isPlaceholder(setting[1] ?? '') && !(isLocal(host) && isUsual(setting[1] ?? '', 'sa'));
}

function isPlaceholder(password: string): boolean {
  return /^(?:<.*>|\[.*\]|\{.*\}|\$.*|\*+|x{3,}|(?:your|my)[-_]?\w*|password|pass|changeme|secret|example)$/i.test(
    password,
  );
}

/** This machine, or a container beside it. */
function isLocal(host: string): boolean {
  return !host.includes('.') || /^(?:127\.|0\.0\.0\.0|localhost|host\.docker\.internal)/.test(host);
}

function isUsual(password: string, user: string): boolean {
  return (
    password === user ||
    /^(?:postgres|root|mysql|prisma|admin|test|dev|docker|password\d*|secret|1234\d*|mongo|example)$/i.test(password)
  );
}
