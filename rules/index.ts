// Written by "npm run generate" from the files in this folder.
import type { Rule } from '#core/rule.ts';
import { enumMatches } from '#rules/cross/enum-matches.ts';
import { filterIndexed } from '#rules/cross/filter-indexed.ts';
import { typeMatches } from '#rules/cross/type-matches.ts';
import { uniqueConflictDocumented } from '#rules/cross/unique-conflict-documented.ts';
import { bodyParameterSingle } from '#rules/openapi/body-parameter-single.ts';
import { bodySchemaDeclared } from '#rules/openapi/body-schema-declared.ts';
import { defaultFitsSchema } from '#rules/openapi/default-fits-schema.ts';
import { deprecatedWithSunset } from '#rules/openapi/deprecated-with-sunset.ts';
import { discriminatorMappingResolves } from '#rules/openapi/discriminator-mapping-resolves.ts';
import { discriminatorPropertyPresent } from '#rules/openapi/discriminator-property-present.ts';
import { encodingMatches } from '#rules/openapi/encoding-matches.ts';
import { enumFitsType } from '#rules/openapi/enum-fits-type.ts';
import { errorProblemJson } from '#rules/openapi/error-problem-json.ts';
import { errorResponseDocumented } from '#rules/openapi/error-response-documented.ts';
import { errorShapeConsistent } from '#rules/openapi/error-shape-consistent.ts';
import { etagWriteGuarded } from '#rules/openapi/etag-write-guarded.ts';
import { exampleFitsSchema } from '#rules/openapi/example-fits-schema.ts';
import { exampleProvided } from '#rules/openapi/example-provided.ts';
import { fieldExclusive } from '#rules/openapi/field-exclusive.ts';
import { fieldKnown } from '#rules/openapi/field-known.ts';
import { fieldRequired } from '#rules/openapi/field-required.ts';
import { fieldTyped } from '#rules/openapi/field-typed.ts';
import { formConsumed } from '#rules/openapi/form-consumed.ts';
import { getNoRequestBody } from '#rules/openapi/get-no-request-body.ts';
import { headerNotIgnored } from '#rules/openapi/header-not-ignored.ts';
import { itemNotFoundDocumented } from '#rules/openapi/item-not-found-documented.ts';
import { keyWellFormed } from '#rules/openapi/key-well-formed.ts';
import { keywordKnown } from '#rules/openapi/keyword-known.ts';
import { linkTargetExists } from '#rules/openapi/link-target-exists.ts';
import { listPaginated } from '#rules/openapi/list-paginated.ts';
import { nullableEnumHasNull } from '#rules/openapi/nullable-enum-has-null.ts';
import { nullableTyped } from '#rules/openapi/nullable-typed.ts';
import { oneOfDistinguishable } from '#rules/openapi/one-of-distinguishable.ts';
import { operationIdUnique } from '#rules/openapi/operation-id-unique.ts';
import { ownKeywordPrefixed } from '#rules/openapi/own-keyword-prefixed.ts';
import { pageNextReturned } from '#rules/openapi/page-next-returned.ts';
import { pageSizeBounded } from '#rules/openapi/page-size-bounded.ts';
import { parameterContentSingle } from '#rules/openapi/parameter-content-single.ts';
import { parameterUnique } from '#rules/openapi/parameter-unique.ts';
import { pathCollectionPlural } from '#rules/openapi/path-collection-plural.ts';
import { pathNoCrudVerb } from '#rules/openapi/path-no-crud-verb.ts';
import { pathNoQuery } from '#rules/openapi/path-no-query.ts';
import { pathParameterRequired } from '#rules/openapi/path-parameter-required.ts';
import { pathParametersMatch } from '#rules/openapi/path-parameters-match.ts';
import { pathTemplateValid } from '#rules/openapi/path-template-valid.ts';
import { pathUnambiguous } from '#rules/openapi/path-unambiguous.ts';
import { postCreateStatus } from '#rules/openapi/post-create-status.ts';
import { postIdempotencyKey } from '#rules/openapi/post-idempotency-key.ts';
import { querystringAlone } from '#rules/openapi/querystring-alone.ts';
import { rateLimitDocumented } from '#rules/openapi/rate-limit-documented.ts';
import { rateLimitRetryAfter } from '#rules/openapi/rate-limit-retry-after.ts';
import { readBodyDescribed } from '#rules/openapi/read-body-described.ts';
import { referenceAllowed } from '#rules/openapi/reference-allowed.ts';
import { referenceAlone } from '#rules/openapi/reference-alone.ts';
import { referenceKind } from '#rules/openapi/reference-kind.ts';
import { referenceResolves } from '#rules/openapi/reference-resolves.ts';
import { responseNoSecrets } from '#rules/openapi/response-no-secrets.ts';
import { runtimeExpressionDeclared } from '#rules/openapi/runtime-expression-declared.ts';
import { runtimeExpressionValid } from '#rules/openapi/runtime-expression-valid.ts';
import { schemaAllOfSatisfiable } from '#rules/openapi/schema-all-of-satisfiable.ts';
import { schemaArrayItems } from '#rules/openapi/schema-array-items.ts';
import { schemaBoundsOrdered } from '#rules/openapi/schema-bounds-ordered.ts';
import { schemaEnumDistinct } from '#rules/openapi/schema-enum-distinct.ts';
import { schemaFormatKnown } from '#rules/openapi/schema-format-known.ts';
import { schemaInstantiable } from '#rules/openapi/schema-instantiable.ts';
import { schemaKeywordFitsType } from '#rules/openapi/schema-keyword-fits-type.ts';
import { schemaLimitNatural } from '#rules/openapi/schema-limit-natural.ts';
import { schemaPatternValid } from '#rules/openapi/schema-pattern-valid.ts';
import { schemaRequiredExists } from '#rules/openapi/schema-required-exists.ts';
import { securityDeclared } from '#rules/openapi/security-declared.ts';
import { securitySchemeDefined } from '#rules/openapi/security-scheme-defined.ts';
import { securityScopeDefined } from '#rules/openapi/security-scope-defined.ts';
import { serverHttps } from '#rules/openapi/server-https.ts';
import { serverUrlJoins } from '#rules/openapi/server-url-joins.ts';
import { serverVariablesMatch } from '#rules/openapi/server-variables-match.ts';
import { statusNoBody } from '#rules/openapi/status-no-body.ts';
import { statusRegistered } from '#rules/openapi/status-registered.ts';
import { styleForLocation } from '#rules/openapi/style-for-location.ts';
import { styleForType } from '#rules/openapi/style-for-type.ts';
import { successResponseDocumented } from '#rules/openapi/success-response-documented.ts';
import { tagDeclared } from '#rules/openapi/tag-declared.ts';
import { tagParentDefined } from '#rules/openapi/tag-parent-defined.ts';
import { tagUnique } from '#rules/openapi/tag-unique.ts';
import { unauthorizedDocumented } from '#rules/openapi/unauthorized-documented.ts';
import { urlNoCredentials } from '#rules/openapi/url-no-credentials.ts';
import { valueAllowed } from '#rules/openapi/value-allowed.ts';
import { valueWellFormed } from '#rules/openapi/value-well-formed.ts';
import { versionStyleConsistent } from '#rules/openapi/version-style-consistent.ts';
import { webhookSigned } from '#rules/openapi/webhook-signed.ts';
import { foreignKeyIndexed } from '#rules/prisma/foreign-key-indexed.ts';
import { foreignKeyRelated } from '#rules/prisma/foreign-key-related.ts';
import { indexNotRedundant } from '#rules/prisma/index-not-redundant.ts';
import { joinTableKeyed } from '#rules/prisma/join-table-keyed.ts';
import { moneyExact } from '#rules/prisma/money-exact.ts';
import { mongodbFits } from '#rules/prisma/mongodb-fits.ts';
import { noRepeatingGroup } from '#rules/prisma/no-repeating-group.ts';
import { processedEventUnique } from '#rules/prisma/processed-event-unique.ts';
import { softDeleteShape } from '#rules/prisma/soft-delete-shape.ts';
import { softDeleteUnique } from '#rules/prisma/soft-delete-unique.ts';
import { timestampsPresent } from '#rules/prisma/timestamps-present.ts';
import { updatedAtAttribute } from '#rules/prisma/updated-at-attribute.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  enumMatches,
  filterIndexed,
  typeMatches,
  uniqueConflictDocumented,
  bodyParameterSingle,
  bodySchemaDeclared,
  defaultFitsSchema,
  deprecatedWithSunset,
  discriminatorMappingResolves,
  discriminatorPropertyPresent,
  encodingMatches,
  enumFitsType,
  errorProblemJson,
  errorResponseDocumented,
  errorShapeConsistent,
  etagWriteGuarded,
  exampleFitsSchema,
  exampleProvided,
  fieldExclusive,
  fieldKnown,
  fieldRequired,
  fieldTyped,
  formConsumed,
  getNoRequestBody,
  headerNotIgnored,
  itemNotFoundDocumented,
  keyWellFormed,
  keywordKnown,
  linkTargetExists,
  listPaginated,
  nullableEnumHasNull,
  nullableTyped,
  oneOfDistinguishable,
  operationIdUnique,
  ownKeywordPrefixed,
  pageNextReturned,
  pageSizeBounded,
  parameterContentSingle,
  parameterUnique,
  pathCollectionPlural,
  pathNoCrudVerb,
  pathNoQuery,
  pathParameterRequired,
  pathParametersMatch,
  pathTemplateValid,
  pathUnambiguous,
  postCreateStatus,
  postIdempotencyKey,
  querystringAlone,
  rateLimitDocumented,
  rateLimitRetryAfter,
  readBodyDescribed,
  referenceAllowed,
  referenceAlone,
  referenceKind,
  referenceResolves,
  responseNoSecrets,
  runtimeExpressionDeclared,
  runtimeExpressionValid,
  schemaAllOfSatisfiable,
  schemaArrayItems,
  schemaBoundsOrdered,
  schemaEnumDistinct,
  schemaFormatKnown,
  schemaInstantiable,
  schemaKeywordFitsType,
  schemaLimitNatural,
  schemaPatternValid,
  schemaRequiredExists,
  securityDeclared,
  securitySchemeDefined,
  securityScopeDefined,
  serverHttps,
  serverUrlJoins,
  serverVariablesMatch,
  statusNoBody,
  statusRegistered,
  styleForLocation,
  styleForType,
  successResponseDocumented,
  tagDeclared,
  tagParentDefined,
  tagUnique,
  unauthorizedDocumented,
  urlNoCredentials,
  valueAllowed,
  valueWellFormed,
  versionStyleConsistent,
  webhookSigned,
  foreignKeyIndexed,
  foreignKeyRelated,
  indexNotRedundant,
  joinTableKeyed,
  moneyExact,
  mongodbFits,
  noRepeatingGroup,
  processedEventUnique,
  softDeleteShape,
  softDeleteUnique,
  timestampsPresent,
  updatedAtAttribute,
];
