import type { RuleReference } from '#core/rule.ts';

/** An RFC, with its section where one is meant: `rfc(9110, '9.3.1')`. */
export function rfc(number: number, section?: string): RuleReference {
  const anchor = section === undefined ? '' : `#section-${section}`;
  return {
    title: section === undefined ? `RFC ${number}` : `RFC ${number} §${section}`,
    url: `https://www.rfc-editor.org/rfc/rfc${number}${anchor}`,
  };
}

/** An Internet-Draft; always called a draft. */
export function draft(name: string, title: string): RuleReference {
  return { title: `${title} (Internet-Draft)`, url: `https://datatracker.ietf.org/doc/${name}/` };
}

/** A rule of the Zalando RESTful API Guidelines by its number. */
export function zalando(number: number): RuleReference {
  return {
    title: `Zalando RESTful API Guidelines #${number}`,
    url: `https://opensource.zalando.com/restful-api-guidelines/#${number}`,
  };
}

/** A Google API Improvement Proposal by its number. */
export function aip(number: number): RuleReference {
  return { title: `Google AIP-${number}`, url: `https://google.aip.dev/${number}` };
}

/** A risk of the OWASP API Security Top 10 2023: `owasp(4)` is API4:2023. */
export function owasp(number: number): RuleReference {
  return { title: `OWASP API${number}:2023`, url: 'https://owasp.org/API-Security/editions/2023/en/0x11-t10/' };
}

/** A rule of the Azure REST API guidelines by its anchor. */
export function azure(anchor: string): RuleReference {
  return {
    title: `Azure REST API Guidelines, ${anchor}`,
    url: `https://github.com/microsoft/api-guidelines/blob/vNext/azure/Guidelines.md#${anchor}`,
  };
}

/** A section of the OpenAPI Specification 3.1.1: `openApi('Paths Object', 'paths-object')`. */
export function openApi(section: string, anchor: string): RuleReference {
  return {
    title: `OpenAPI Specification 3.1.1, ${section}`,
    url: `https://spec.openapis.org/oas/v3.1.1.html#${anchor}`,
  };
}

/** A section of an older version of the OpenAPI Specification: `olderOpenApi('3.0.4', 'Schema Object', 'schema-object')`. */
export function olderOpenApi(version: '2.0' | '3.0.4', section: string, anchor: string): RuleReference {
  return {
    title: `OpenAPI Specification ${version}, ${section}`,
    url: `https://spec.openapis.org/oas/v${version}.html#${anchor}`,
  };
}

/** A section of JSON Schema 2020-12, Core: `jsonSchemaCore('10.2')`. */
export function jsonSchemaCore(section: string): RuleReference {
  return {
    title: `JSON Schema 2020-12, Core §${section}`,
    url: `https://json-schema.org/draft/2020-12/json-schema-core#section-${section}`,
  };
}

/** A section of JSON Schema 2020-12, Validation: `jsonSchema('6.2')`. */
export function jsonSchema(section: string): RuleReference {
  return {
    title: `JSON Schema 2020-12, Validation §${section}`,
    url: `https://json-schema.org/draft/2020-12/json-schema-validation#section-${section}`,
  };
}

/** The registry of what `format` may name. */
export const formatRegistry: RuleReference = {
  title: 'OpenAPI Format Registry',
  url: 'https://spec.openapis.org/registry/format/',
};

/** The same of OpenAPI 3.2.0, for what earlier versions do not have. */
export function openApi32(section: string, anchor: string): RuleReference {
  return {
    title: `OpenAPI Specification 3.2.0, ${section}`,
    url: `https://spec.openapis.org/oas/v3.2.0.html#${anchor}`,
  };
}

/** A page of the Prisma documentation below `/orm/`. */
export function prismaDocumentation(title: string, path: string): RuleReference {
  return { title: `Prisma documentation, ${title}`, url: `https://www.prisma.io/docs/orm/${path}` };
}

/** The Standard Webhooks specification. */
export const standardWebhooks: RuleReference = {
  title: 'Standard Webhooks specification',
  url: 'https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md',
};

/** The registry of HTTP status codes. */
export const ianaStatusCodes: RuleReference = {
  title: 'IANA HTTP Status Code Registry',
  url: 'https://www.iana.org/assignments/http-status-codes/http-status-codes.xhtml',
};

/** A section of the current PostgreSQL manual: `postgresql('Foreign Keys', 'ddl-constraints.html#DDL-CONSTRAINTS-FK')`. */
export function postgresql(section: string, page: string): RuleReference {
  return {
    title: `PostgreSQL documentation, ${section}`,
    url: `https://www.postgresql.org/docs/current/${page}`,
  };
}

/** A section of the MySQL 8.4 manual: `mysql('Server SQL Modes', 'sql-mode.html')`. */
export function mysql(section: string, page: string): RuleReference {
  return { title: `MySQL 8.4 manual, ${section}`, url: `https://dev.mysql.com/doc/refman/8.4/en/${page}` };
}

/** The editions of the OpenAPI Specification. */
export const openApiVersions: RuleReference = {
  title: 'Editions of the OpenAPI Specification',
  url: 'https://spec.openapis.org/oas/',
};
