// Written by "npm run generate" from the files in this folder.
import type { Rule } from '#core/rule.ts';
import { bigintKeyWritten } from '#rules/change/bigint-key-written.ts';
import { bodyNotRequired } from '#rules/change/body-not-required.ts';
import { callbackKept } from '#rules/change/callback-kept.ts';
import { columnDefaultKept } from '#rules/change/column-default-kept.ts';
import { columnInStep } from '#rules/change/column-in-step.ts';
import { columnKept } from '#rules/change/column-kept.ts';
import { columnRenamedMapped } from '#rules/change/column-renamed-mapped.ts';
import { defaultKept } from '#rules/change/default-kept.ts';
import { deleteRuleKept } from '#rules/change/delete-rule-kept.ts';
import { enumDefaultLater } from '#rules/change/enum-default-later.ts';
import { enumValueKept } from '#rules/change/enum-value-kept.ts';
import { filterIndexKept } from '#rules/change/filter-index-kept.ts';
import { headerKept } from '#rules/change/header-kept.ts';
import { indexKept } from '#rules/change/index-kept.ts';
import { joinTableKept } from '#rules/change/join-table-kept.ts';
import { keyKept } from '#rules/change/key-kept.ts';
import { mapKept } from '#rules/change/map-kept.ts';
import { mediaTypeKept } from '#rules/change/media-type-kept.ts';
import { newColumnSent } from '#rules/change/new-column-sent.ts';
import { nullsFilled } from '#rules/change/nulls-filled.ts';
import { oauthFlowKept } from '#rules/change/oauth-flow-kept.ts';
import { operationIdKept } from '#rules/change/operation-id-kept.ts';
import { operationKept } from '#rules/change/operation-kept.ts';
import { parameterKept } from '#rules/change/parameter-kept.ts';
import { parameterNotRequired } from '#rules/change/parameter-not-required.ts';
import { pathKept } from '#rules/change/path-kept.ts';
import { providerKept } from '#rules/change/provider-kept.ts';
import { requestNotLimited } from '#rules/change/request-not-limited.ts';
import { requestNothingMoreRequired } from '#rules/change/request-nothing-more-required.ts';
import { requestPropertyKept } from '#rules/change/request-property-kept.ts';
import { requestStillAccepted } from '#rules/change/request-still-accepted.ts';
import { requiredColumnFilled } from '#rules/change/required-column-filled.ts';
import { responseOptionalPropertyKept } from '#rules/change/response-optional-property-kept.ts';
import { responsePropertyKept } from '#rules/change/response-property-kept.ts';
import { responseStillUnderstood } from '#rules/change/response-still-understood.ts';
import { responseValuesKnown } from '#rules/change/response-values-known.ts';
import { returnedColumnKept } from '#rules/change/returned-column-kept.ts';
import { securityNotRaised } from '#rules/change/security-not-raised.ts';
import { securitySchemeKept } from '#rules/change/security-scheme-kept.ts';
import { serverKept } from '#rules/change/server-kept.ts';
import { statusKept } from '#rules/change/status-kept.ts';
import { styleKept } from '#rules/change/style-kept.ts';
import { tableKept } from '#rules/change/table-kept.ts';
import { tableNotBlocked } from '#rules/change/table-not-blocked.ts';
import { tableRenamedMapped } from '#rules/change/table-renamed-mapped.ts';
import { typeCast } from '#rules/change/type-cast.ts';
import { uniqueKept } from '#rules/change/unique-kept.ts';
import { uniqueProbed } from '#rules/change/unique-probed.ts';
import { valuesStillFit } from '#rules/change/values-still-fit.ts';
import { versionRaised } from '#rules/change/version-raised.ts';
import { webhookKept } from '#rules/change/webhook-kept.ts';
import { bigintAsString } from '#rules/cross/bigint-as-string.ts';
import { cursorOrderUnique } from '#rules/cross/cursor-order-unique.ts';
import { decimalAsString } from '#rules/cross/decimal-as-string.ts';
import { defaultColumnOptional } from '#rules/cross/default-column-optional.ts';
import { defaultMatches } from '#rules/cross/default-matches.ts';
import { embeddedListBounded } from '#rules/cross/embedded-list-bounded.ts';
import { enumCasingMatches } from '#rules/cross/enum-casing-matches.ts';
import { enumMatches } from '#rules/cross/enum-matches.ts';
import { filterIndexed } from '#rules/cross/filter-indexed.ts';
import { generatedColumnReadOnly } from '#rules/cross/generated-column-read-only.ts';
import { idempotencyKeyStored } from '#rules/cross/idempotency-key-stored.ts';
import { internalColumnHidden } from '#rules/cross/internal-column-hidden.ts';
import { lengthMatches } from '#rules/cross/length-matches.ts';
import { logPagedByCursor } from '#rules/cross/log-paged-by-cursor.ts';
import { lookupUnique } from '#rules/cross/lookup-unique.ts';
import { nullableMatches } from '#rules/cross/nullable-matches.ts';
import { numberFitsColumn } from '#rules/cross/number-fits-column.ts';
import { pathIdMatches } from '#rules/cross/path-id-matches.ts';
import { publicIdUnguessable } from '#rules/cross/public-id-unguessable.ts';
import { receivedWebhookStored } from '#rules/cross/received-webhook-stored.ts';
import { requiredColumnSent } from '#rules/cross/required-column-sent.ts';
import { restrictedDeleteDocumented } from '#rules/cross/restricted-delete-documented.ts';
import { schemaApartFromTable } from '#rules/cross/schema-apart-from-table.ts';
import { searchIndexed } from '#rules/cross/search-indexed.ts';
import { sensitiveColumnHidden } from '#rules/cross/sensitive-column-hidden.ts';
import { sentWebhookStored } from '#rules/cross/sent-webhook-stored.ts';
import { softDeleteDocumented } from '#rules/cross/soft-delete-documented.ts';
import { softDeleteStored } from '#rules/cross/soft-delete-stored.ts';
import { typeMatches } from '#rules/cross/type-matches.ts';
import { uniqueConflictDocumented } from '#rules/cross/unique-conflict-documented.ts';
import { updateGuarded } from '#rules/cross/update-guarded.ts';
import { valueTypeFits } from '#rules/cross/value-type-fits.ts';
import { versionColumnPresent } from '#rules/cross/version-column-present.ts';
import { versionCompared } from '#rules/cross/version-compared.ts';
import { acceptedFollowable } from '#rules/openapi/accepted-followable.ts';
import { adminSecurityOwn } from '#rules/openapi/admin-security-own.ts';
import { apiIdPresent } from '#rules/openapi/api-id-present.ts';
import { arrayNamePlural } from '#rules/openapi/array-name-plural.ts';
import { arrayNotNested } from '#rules/openapi/array-not-nested.ts';
import { arrayParameterSerialized } from '#rules/openapi/array-parameter-serialized.ts';
import { arrayQueryForm } from '#rules/openapi/array-query-form.ts';
import { arraySizeLimited } from '#rules/openapi/array-size-limited.ts';
import { audienceDeclared } from '#rules/openapi/audience-declared.ts';
import { authSchemeStrong } from '#rules/openapi/auth-scheme-strong.ts';
import { binaryInBody } from '#rules/openapi/binary-in-body.ts';
import { bodyParameterSingle } from '#rules/openapi/body-parameter-single.ts';
import { bodyRequiredStated } from '#rules/openapi/body-required-stated.ts';
import { bodySchemaDeclared } from '#rules/openapi/body-schema-declared.ts';
import { booleanNotNullable } from '#rules/openapi/boolean-not-nullable.ts';
import { booleanParameterPrefixed } from '#rules/openapi/boolean-parameter-prefixed.ts';
import { bulkRequestBounded } from '#rules/openapi/bulk-request-bounded.ts';
import { bulkResultTold } from '#rules/openapi/bulk-result-told.ts';
import { collectionNotReplaced } from '#rules/openapi/collection-not-replaced.ts';
import { commonFieldTypes } from '#rules/openapi/common-field-types.ts';
import { componentDescribed } from '#rules/openapi/component-described.ts';
import { componentDistinct } from '#rules/openapi/component-distinct.ts';
import { componentUsed } from '#rules/openapi/component-used.ts';
import { conditionByEtag } from '#rules/openapi/condition-by-etag.ts';
import { contactComplete } from '#rules/openapi/contact-complete.ts';
import { contactPresent } from '#rules/openapi/contact-present.ts';
import { corsOriginDocumented } from '#rules/openapi/cors-origin-documented.ts';
import { createdLocation } from '#rules/openapi/created-location.ts';
import { createdReadable } from '#rules/openapi/created-readable.ts';
import { defaultFitsSchema } from '#rules/openapi/default-fits-schema.ts';
import { defaultResponseDocumented } from '#rules/openapi/default-response-documented.ts';
import { deleteCollectionFiltered } from '#rules/openapi/delete-collection-filtered.ts';
import { deleteNoRequestBody } from '#rules/openapi/delete-no-request-body.ts';
import { deprecatedWithReplacement } from '#rules/openapi/deprecated-with-replacement.ts';
import { deprecatedWithSunset } from '#rules/openapi/deprecated-with-sunset.ts';
import { dictionaryTyped } from '#rules/openapi/dictionary-typed.ts';
import { discriminatorMappingResolves } from '#rules/openapi/discriminator-mapping-resolves.ts';
import { discriminatorPropertyPresent } from '#rules/openapi/discriminator-property-present.ts';
import { documentYaml } from '#rules/openapi/document-yaml.ts';
import { encodingMatches } from '#rules/openapi/encoding-matches.ts';
import { enumCasingConsistent } from '#rules/openapi/enum-casing-consistent.ts';
import { enumFitsType } from '#rules/openapi/enum-fits-type.ts';
import { enumOfStrings } from '#rules/openapi/enum-of-strings.ts';
import { errorBodyDescribed } from '#rules/openapi/error-body-described.ts';
import { errorByStatus } from '#rules/openapi/error-by-status.ts';
import { errorCodeTold } from '#rules/openapi/error-code-told.ts';
import { errorExampleProvided } from '#rules/openapi/error-example-provided.ts';
import { errorMediaTypeJson } from '#rules/openapi/error-media-type-json.ts';
import { errorNoInternals } from '#rules/openapi/error-no-internals.ts';
import { errorProblemJson } from '#rules/openapi/error-problem-json.ts';
import { errorResponseDocumented } from '#rules/openapi/error-response-documented.ts';
import { errorShapeConsistent } from '#rules/openapi/error-shape-consistent.ts';
import { etagReturned } from '#rules/openapi/etag-returned.ts';
import { etagRevalidated } from '#rules/openapi/etag-revalidated.ts';
import { etagWriteGuarded } from '#rules/openapi/etag-write-guarded.ts';
import { exampleFitsSchema } from '#rules/openapi/example-fits-schema.ts';
import { exampleNoReference } from '#rules/openapi/example-no-reference.ts';
import { exampleProvided } from '#rules/openapi/example-provided.ts';
import { fieldExclusive } from '#rules/openapi/field-exclusive.ts';
import { fieldKnown } from '#rules/openapi/field-known.ts';
import { fieldRequired } from '#rules/openapi/field-required.ts';
import { fieldTyped } from '#rules/openapi/field-typed.ts';
import { forbiddenDocumented } from '#rules/openapi/forbidden-documented.ts';
import { formConsumed } from '#rules/openapi/form-consumed.ts';
import { getNoRequestBody } from '#rules/openapi/get-no-request-body.ts';
import { getSafe } from '#rules/openapi/get-safe.ts';
import { headerCasingConsistent } from '#rules/openapi/header-casing-consistent.ts';
import { headerNameValid } from '#rules/openapi/header-name-valid.ts';
import { headerNoXPrefix } from '#rules/openapi/header-no-x-prefix.ts';
import { headerNotIgnored } from '#rules/openapi/header-not-ignored.ts';
import { idTypeConsistent } from '#rules/openapi/id-type-consistent.ts';
import { idempotencyConflictDocumented } from '#rules/openapi/idempotency-conflict-documented.ts';
import { idempotencyKeyBounded } from '#rules/openapi/idempotency-key-bounded.ts';
import { infoDescribed } from '#rules/openapi/info-described.ts';
import { infoVersionSemantic } from '#rules/openapi/info-version-semantic.ts';
import { inlineSchemaNamed } from '#rules/openapi/inline-schema-named.ts';
import { int64AsString } from '#rules/openapi/int64-as-string.ts';
import { itemNotFoundDocumented } from '#rules/openapi/item-not-found-documented.ts';
import { itemUnique } from '#rules/openapi/item-unique.ts';
import { jobStatusEnumerated } from '#rules/openapi/job-status-enumerated.ts';
import { jwtPracticesCited } from '#rules/openapi/jwt-practices-cited.ts';
import { keyUnpublished } from '#rules/openapi/key-unpublished.ts';
import { keyWellFormed } from '#rules/openapi/key-well-formed.ts';
import { keywordKnown } from '#rules/openapi/keyword-known.ts';
import { licenseLinked } from '#rules/openapi/license-linked.ts';
import { licensePresent } from '#rules/openapi/license-present.ts';
import { linkTargetExists } from '#rules/openapi/link-target-exists.ts';
import { listEnvelopeConsistent } from '#rules/openapi/list-envelope-consistent.ts';
import { listInObject } from '#rules/openapi/list-in-object.ts';
import { listPaginated } from '#rules/openapi/list-paginated.ts';
import { listPropertyConsistent } from '#rules/openapi/list-property-consistent.ts';
import { mapSizeLimited } from '#rules/openapi/map-size-limited.ts';
import { mediaTypeAllowed } from '#rules/openapi/media-type-allowed.ts';
import { mediaTypeSpecific } from '#rules/openapi/media-type-specific.ts';
import { methodNotAllowedAllow } from '#rules/openapi/method-not-allowed-allow.ts';
import { moneyDecimal } from '#rules/openapi/money-decimal.ts';
import { moneyWithCurrency } from '#rules/openapi/money-with-currency.ts';
import { nameLengthBounded } from '#rules/openapi/name-length-bounded.ts';
import { nameNotReserved } from '#rules/openapi/name-not-reserved.ts';
import { namesDifferInLetters } from '#rules/openapi/names-differ-in-letters.ts';
import { nextLinkOmitted } from '#rules/openapi/next-link-omitted.ts';
import { nullableEnumHasNull } from '#rules/openapi/nullable-enum-has-null.ts';
import { nullableTyped } from '#rules/openapi/nullable-typed.ts';
import { numberFormatDeclared } from '#rules/openapi/number-format-declared.ts';
import { numberRangeLimited } from '#rules/openapi/number-range-limited.ts';
import { oauthFlowCurrent } from '#rules/openapi/oauth-flow-current.ts';
import { oauthRefreshDocumented } from '#rules/openapi/oauth-refresh-documented.ts';
import { oauthScopeFitsMethod } from '#rules/openapi/oauth-scope-fits-method.ts';
import { oauthScopeRequired } from '#rules/openapi/oauth-scope-required.ts';
import { oauthUrlHttps } from '#rules/openapi/oauth-url-https.ts';
import { oneOfDistinguishable } from '#rules/openapi/one-of-distinguishable.ts';
import { operationDescribed } from '#rules/openapi/operation-described.ts';
import { operationIdCasingConsistent } from '#rules/openapi/operation-id-casing-consistent.ts';
import { operationIdPresent } from '#rules/openapi/operation-id-present.ts';
import { operationIdUnique } from '#rules/openapi/operation-id-unique.ts';
import { operationIdUrlSafe } from '#rules/openapi/operation-id-url-safe.ts';
import { operationIdVerbConsistent } from '#rules/openapi/operation-id-verb-consistent.ts';
import { operationTagSingle } from '#rules/openapi/operation-tag-single.ts';
import { operationTagged } from '#rules/openapi/operation-tagged.ts';
import { operationTextOwn } from '#rules/openapi/operation-text-own.ts';
import { ownKeywordPrefixed } from '#rules/openapi/own-keyword-prefixed.ts';
import { pageCursorOpaque } from '#rules/openapi/page-cursor-opaque.ts';
import { pageEndTold } from '#rules/openapi/page-end-told.ts';
import { pageNextReturned } from '#rules/openapi/page-next-returned.ts';
import { pageParameterOptional } from '#rules/openapi/page-parameter-optional.ts';
import { pageParametersAlike } from '#rules/openapi/page-parameters-alike.ts';
import { pageSizeBounded } from '#rules/openapi/page-size-bounded.ts';
import { pageSizeDefault } from '#rules/openapi/page-size-default.ts';
import { pageStyleConsistent } from '#rules/openapi/page-style-consistent.ts';
import { parameterCasingConsistent } from '#rules/openapi/parameter-casing-consistent.ts';
import { parameterContentSingle } from '#rules/openapi/parameter-content-single.ts';
import { parameterDescribed } from '#rules/openapi/parameter-described.ts';
import { parameterExampleProvided } from '#rules/openapi/parameter-example-provided.ts';
import { parameterNamed } from '#rules/openapi/parameter-named.ts';
import { parameterOrder } from '#rules/openapi/parameter-order.ts';
import { parameterShared } from '#rules/openapi/parameter-shared.ts';
import { parameterUnique } from '#rules/openapi/parameter-unique.ts';
import { patchMediaType } from '#rules/openapi/patch-media-type.ts';
import { patchNoRequired } from '#rules/openapi/patch-no-required.ts';
import { pathCasingConsistent } from '#rules/openapi/path-casing-consistent.ts';
import { pathCollectionPlural } from '#rules/openapi/path-collection-plural.ts';
import { pathIdUnguessable } from '#rules/openapi/path-id-unguessable.ts';
import { pathNestingShallow } from '#rules/openapi/path-nesting-shallow.ts';
import { pathNoActionVerb } from '#rules/openapi/path-no-action-verb.ts';
import { pathNoCrudVerb } from '#rules/openapi/path-no-crud-verb.ts';
import { pathNoQuery } from '#rules/openapi/path-no-query.ts';
import { pathNoTrailingSlash } from '#rules/openapi/path-no-trailing-slash.ts';
import { pathParameterNameConsistent } from '#rules/openapi/path-parameter-name-consistent.ts';
import { pathParameterNamePlain } from '#rules/openapi/path-parameter-name-plain.ts';
import { pathParameterNameValid } from '#rules/openapi/path-parameter-name-valid.ts';
import { pathParameterRequired } from '#rules/openapi/path-parameter-required.ts';
import { pathParametersMatch } from '#rules/openapi/path-parameters-match.ts';
import { pathParametersShared } from '#rules/openapi/path-parameters-shared.ts';
import { pathStartsWithResource } from '#rules/openapi/path-starts-with-resource.ts';
import { pathTemplateValid } from '#rules/openapi/path-template-valid.ts';
import { pathUnambiguous } from '#rules/openapi/path-unambiguous.ts';
import { patternAnchored } from '#rules/openapi/pattern-anchored.ts';
import { postCreateStatus } from '#rules/openapi/post-create-status.ts';
import { postIdempotencyKey } from '#rules/openapi/post-idempotency-key.ts';
import { preconditionAccepted } from '#rules/openapi/precondition-accepted.ts';
import { preconditionFailedDocumented } from '#rules/openapi/precondition-failed-documented.ts';
import { problemMembersTyped } from '#rules/openapi/problem-members-typed.ts';
import { problemStatusMatches } from '#rules/openapi/problem-status-matches.ts';
import { propertyCasingConsistent } from '#rules/openapi/property-casing-consistent.ts';
import { propertyDescribed } from '#rules/openapi/property-described.ts';
import { propertyExampleProvided } from '#rules/openapi/property-example-provided.ts';
import { propertyNotNullable } from '#rules/openapi/property-not-nullable.ts';
import { publicCacheDocumented } from '#rules/openapi/public-cache-documented.ts';
import { putFullReplacement } from '#rules/openapi/put-full-replacement.ts';
import { putPatchDistinct } from '#rules/openapi/put-patch-distinct.ts';
import { querystringAlone } from '#rules/openapi/querystring-alone.ts';
import { rateLimitDocumented } from '#rules/openapi/rate-limit-documented.ts';
import { rateLimitHeadersCurrent } from '#rules/openapi/rate-limit-headers-current.ts';
import { rateLimitHeadersReturned } from '#rules/openapi/rate-limit-headers-returned.ts';
import { rateLimitRetryAfter } from '#rules/openapi/rate-limit-retry-after.ts';
import { rateLimitScopeTold } from '#rules/openapi/rate-limit-scope-told.ts';
import { readAuthenticated } from '#rules/openapi/read-authenticated.ts';
import { readBodyDescribed } from '#rules/openapi/read-body-described.ts';
import { receivedWebhookSigned } from '#rules/openapi/received-webhook-signed.ts';
import { redirectLocation } from '#rules/openapi/redirect-location.ts';
import { referenceAllowed } from '#rules/openapi/reference-allowed.ts';
import { referenceAlone } from '#rules/openapi/reference-alone.ts';
import { referenceKind } from '#rules/openapi/reference-kind.ts';
import { referenceResolves } from '#rules/openapi/reference-resolves.ts';
import { requestBodyObject } from '#rules/openapi/request-body-object.ts';
import { requestObjectClosed } from '#rules/openapi/request-object-closed.ts';
import { requiredNoDefault } from '#rules/openapi/required-no-default.ts';
import { requiredStringNotEmpty } from '#rules/openapi/required-string-not-empty.ts';
import { resourceNameSpecific } from '#rules/openapi/resource-name-specific.ts';
import { responseEnumExtensible } from '#rules/openapi/response-enum-extensible.ts';
import { responseHeadersPresent } from '#rules/openapi/response-headers-present.ts';
import { responseNoSecrets } from '#rules/openapi/response-no-secrets.ts';
import { responseOpen } from '#rules/openapi/response-open.ts';
import { responsePropertiesPresent } from '#rules/openapi/response-properties-present.ts';
import { retryAfterTyped } from '#rules/openapi/retry-after-typed.ts';
import { runtimeExpressionDeclared } from '#rules/openapi/runtime-expression-declared.ts';
import { runtimeExpressionValid } from '#rules/openapi/runtime-expression-valid.ts';
import { schemaAllOfSatisfiable } from '#rules/openapi/schema-all-of-satisfiable.ts';
import { schemaArrayItems } from '#rules/openapi/schema-array-items.ts';
import { schemaBoundsOrdered } from '#rules/openapi/schema-bounds-ordered.ts';
import { schemaCasingConsistent } from '#rules/openapi/schema-casing-consistent.ts';
import { schemaDirectionSensible } from '#rules/openapi/schema-direction-sensible.ts';
import { schemaDirectionSingle } from '#rules/openapi/schema-direction-single.ts';
import { schemaEnumDistinct } from '#rules/openapi/schema-enum-distinct.ts';
import { schemaFormatKnown } from '#rules/openapi/schema-format-known.ts';
import { schemaInstantiable } from '#rules/openapi/schema-instantiable.ts';
import { schemaKeywordFitsType } from '#rules/openapi/schema-keyword-fits-type.ts';
import { schemaLimitNatural } from '#rules/openapi/schema-limit-natural.ts';
import { schemaLoneBranch } from '#rules/openapi/schema-lone-branch.ts';
import { schemaPatternValid } from '#rules/openapi/schema-pattern-valid.ts';
import { schemaRequiredExists } from '#rules/openapi/schema-required-exists.ts';
import { schemaTypeSingle } from '#rules/openapi/schema-type-single.ts';
import { schemaTyped } from '#rules/openapi/schema-typed.ts';
import { schemesPresent } from '#rules/openapi/schemes-present.ts';
import { scopeDescribed } from '#rules/openapi/scope-described.ts';
import { securedCachePrivate } from '#rules/openapi/secured-cache-private.ts';
import { securityDeclared } from '#rules/openapi/security-declared.ts';
import { securitySchemeDefined } from '#rules/openapi/security-scheme-defined.ts';
import { securitySchemeUsed } from '#rules/openapi/security-scheme-used.ts';
import { securityScopeDefined } from '#rules/openapi/security-scope-defined.ts';
import { sentPropertyReturned } from '#rules/openapi/sent-property-returned.ts';
import { serverAudienceDeclared } from '#rules/openapi/server-audience-declared.ts';
import { serverDefaultAllowed } from '#rules/openapi/server-default-allowed.ts';
import { serverEnvironmentNamed } from '#rules/openapi/server-environment-named.ts';
import { serverErrorDocumented } from '#rules/openapi/server-error-documented.ts';
import { serverFieldsReadOnly } from '#rules/openapi/server-fields-read-only.ts';
import { serverHttps } from '#rules/openapi/server-https.ts';
import { serverNotExample } from '#rules/openapi/server-not-example.ts';
import { serverUrlJoins } from '#rules/openapi/server-url-joins.ts';
import { serverUrlValid } from '#rules/openapi/server-url-valid.ts';
import { serverVariablesMatch } from '#rules/openapi/server-variables-match.ts';
import { serversPresent } from '#rules/openapi/servers-present.ts';
import { signInRateLimited } from '#rules/openapi/sign-in-rate-limited.ts';
import { sortSpecified } from '#rules/openapi/sort-specified.ts';
import { statusNoBody } from '#rules/openapi/status-no-body.ts';
import { statusRegistered } from '#rules/openapi/status-registered.ts';
import { statusWellKnown } from '#rules/openapi/status-well-known.ts';
import { stringFormDeclared } from '#rules/openapi/string-form-declared.ts';
import { stringLengthLimited } from '#rules/openapi/string-length-limited.ts';
import { styleForLocation } from '#rules/openapi/style-for-location.ts';
import { styleForType } from '#rules/openapi/style-for-type.ts';
import { successResponseDocumented } from '#rules/openapi/success-response-documented.ts';
import { successStatusFitsMethod } from '#rules/openapi/success-status-fits-method.ts';
import { summaryPlain } from '#rules/openapi/summary-plain.ts';
import { summaryShort } from '#rules/openapi/summary-short.ts';
import { sunsetAfterDeprecation } from '#rules/openapi/sunset-after-deprecation.ts';
import { sunsetAhead } from '#rules/openapi/sunset-ahead.ts';
import { sunsetWellFormed } from '#rules/openapi/sunset-well-formed.ts';
import { tagDeclared } from '#rules/openapi/tag-declared.ts';
import { tagDescribed } from '#rules/openapi/tag-described.ts';
import { tagParentDefined } from '#rules/openapi/tag-parent-defined.ts';
import { tagUnique } from '#rules/openapi/tag-unique.ts';
import { tagUsed } from '#rules/openapi/tag-used.ts';
import { tagsAlphabetical } from '#rules/openapi/tags-alphabetical.ts';
import { tagsPresent } from '#rules/openapi/tags-present.ts';
import { textNoScript } from '#rules/openapi/text-no-script.ts';
import { timeFormatDeclared } from '#rules/openapi/time-format-declared.ts';
import { timeNameTelling } from '#rules/openapi/time-name-telling.ts';
import { traceNotOffered } from '#rules/openapi/trace-not-offered.ts';
import { unauthorizedChallenge } from '#rules/openapi/unauthorized-challenge.ts';
import { unauthorizedDocumented } from '#rules/openapi/unauthorized-documented.ts';
import { unavailableRetryAfter } from '#rules/openapi/unavailable-retry-after.ts';
import { uploadSizeLimited } from '#rules/openapi/upload-size-limited.ts';
import { urlInputRestricted } from '#rules/openapi/url-input-restricted.ts';
import { urlNoCredentials } from '#rules/openapi/url-no-credentials.ts';
import { validationErrorDocumented } from '#rules/openapi/validation-error-documented.ts';
import { validationFieldsTold } from '#rules/openapi/validation-fields-told.ts';
import { validationStatusConsistent } from '#rules/openapi/validation-status-consistent.ts';
import { valueAllowed } from '#rules/openapi/value-allowed.ts';
import { valueWellFormed } from '#rules/openapi/value-well-formed.ts';
import { varyDocumented } from '#rules/openapi/vary-documented.ts';
import { versionInfoMatches } from '#rules/openapi/version-info-matches.ts';
import { versionMajorOnly } from '#rules/openapi/version-major-only.ts';
import { versionNotInUrl } from '#rules/openapi/version-not-in-url.ts';
import { versionPresent } from '#rules/openapi/version-present.ts';
import { versionStyleConsistent } from '#rules/openapi/version-style-consistent.ts';
import { webhookEventTyped } from '#rules/openapi/webhook-event-typed.ts';
import { webhookIdentified } from '#rules/openapi/webhook-identified.ts';
import { webhookSigned } from '#rules/openapi/webhook-signed.ts';
import { webhookStandalone } from '#rules/openapi/webhook-standalone.ts';
import { webhookTimestamped } from '#rules/openapi/webhook-timestamped.ts';
import { writeAuthenticated } from '#rules/openapi/write-authenticated.ts';
import { writeReturnsResource } from '#rules/openapi/write-returns-resource.ts';
import { amountPrecisionConsistent } from '#rules/prisma/amount-precision-consistent.ts';
import { amountWithCurrency } from '#rules/prisma/amount-with-currency.ts';
import { booleanRequired } from '#rules/prisma/boolean-required.ts';
import { cacheOutside } from '#rules/prisma/cache-outside.ts';
import { cardCodeNotStored } from '#rules/prisma/card-code-not-stored.ts';
import { cascadeContained } from '#rules/prisma/cascade-contained.ts';
import { cascadeNotCircular } from '#rules/prisma/cascade-not-circular.ts';
import { clusteredKeyOrdered } from '#rules/prisma/clustered-key-ordered.ts';
import { columnNameMapped } from '#rules/prisma/column-name-mapped.ts';
import { createdAtDefault } from '#rules/prisma/created-at-default.ts';
import { credentialExpires } from '#rules/prisma/credential-expires.ts';
import { dateTyped } from '#rules/prisma/date-typed.ts';
import { defaultRoleLeast } from '#rules/prisma/default-role-least.ts';
import { defaultedNotOptional } from '#rules/prisma/defaulted-not-optional.ts';
import { digitsAsText } from '#rules/prisma/digits-as-text.ts';
import { emailUniqueAnyCase } from '#rules/prisma/email-unique-any-case.ts';
import { enumNameCasingConsistent } from '#rules/prisma/enum-name-casing-consistent.ts';
import { enumSizeFitting } from '#rules/prisma/enum-size-fitting.ts';
import { enumUsed } from '#rules/prisma/enum-used.ts';
import { enumValueCasingConsistent } from '#rules/prisma/enum-value-casing-consistent.ts';
import { enumValuesDistinct } from '#rules/prisma/enum-values-distinct.ts';
import { eventVersioned } from '#rules/prisma/event-versioned.ts';
import { extensionDeclared } from '#rules/prisma/extension-declared.ts';
import { fieldCasingConsistent } from '#rules/prisma/field-casing-consistent.ts';
import { fieldTypeConsistent } from '#rules/prisma/field-type-consistent.ts';
import { fieldWithoutModelName } from '#rules/prisma/field-without-model-name.ts';
import { foreignKeyIndexed } from '#rules/prisma/foreign-key-indexed.ts';
import { foreignKeyRelated } from '#rules/prisma/foreign-key-related.ts';
import { foreignKeyTypeMatches } from '#rules/prisma/foreign-key-type-matches.ts';
import { generatorCurrent } from '#rules/prisma/generator-current.ts';
import { generatorOutputSet } from '#rules/prisma/generator-output-set.ts';
import { graphFits } from '#rules/prisma/graph-fits.ts';
import { idStrategyConsistent } from '#rules/prisma/id-strategy-consistent.ts';
import { idempotencyAnswerStored } from '#rules/prisma/idempotency-answer-stored.ts';
import { idempotencyKeyUnique } from '#rules/prisma/idempotency-key-unique.ts';
import { identifierLengthBounded } from '#rules/prisma/identifier-length-bounded.ts';
import { idsNotListed } from '#rules/prisma/ids-not-listed.ts';
import { ignoredFieldWritable } from '#rules/prisma/ignored-field-writable.ts';
import { indexEqualityFirst } from '#rules/prisma/index-equality-first.ts';
import { indexLengthFits } from '#rules/prisma/index-length-fits.ts';
import { indexNameConsistent } from '#rules/prisma/index-name-consistent.ts';
import { indexNarrow } from '#rules/prisma/index-narrow.ts';
import { indexNotRedundant } from '#rules/prisma/index-not-redundant.ts';
import { indexSelective } from '#rules/prisma/index-selective.ts';
import { indexTypeFits } from '#rules/prisma/index-type-fits.ts';
import { indexesLimited } from '#rules/prisma/indexes-limited.ts';
import { joinTableKeyed } from '#rules/prisma/join-table-keyed.ts';
import { keyDeclaredOnce } from '#rules/prisma/key-declared-once.ts';
import { keyNotExhausted } from '#rules/prisma/key-not-exhausted.ts';
import { knownTextFits } from '#rules/prisma/known-text-fits.ts';
import { listDefaulted } from '#rules/prisma/list-defaulted.ts';
import { listNamePlural } from '#rules/prisma/list-name-plural.ts';
import { logUnchanged } from '#rules/prisma/log-unchanged.ts';
import { longTextHeld } from '#rules/prisma/long-text-held.ts';
import { managedTableByPrimaryKey } from '#rules/prisma/managed-table-by-primary-key.ts';
import { modelCasingConsistent } from '#rules/prisma/model-casing-consistent.ts';
import { modelNarrow } from '#rules/prisma/model-narrow.ts';
import { modelNumberConsistent } from '#rules/prisma/model-number-consistent.ts';
import { modelRelationsLimited } from '#rules/prisma/model-relations-limited.ts';
import { moneyExact } from '#rules/prisma/money-exact.ts';
import { mongodbFits } from '#rules/prisma/mongodb-fits.ts';
import { nameFitsType } from '#rules/prisma/name-fits-type.ts';
import { nativeTypeFits } from '#rules/prisma/native-type-fits.ts';
import { naturalKeyUnique } from '#rules/prisma/natural-key-unique.ts';
import { noBlob } from '#rules/prisma/no-blob.ts';
import { noDelimitedList } from '#rules/prisma/no-delimited-list.ts';
import { noRepeatingGroup } from '#rules/prisma/no-repeating-group.ts';
import { noTransitiveCopy } from '#rules/prisma/no-transitive-copy.ts';
import { numberTyped } from '#rules/prisma/number-typed.ts';
import { outboxComplete } from '#rules/prisma/outbox-complete.ts';
import { outboxIndexed } from '#rules/prisma/outbox-indexed.ts';
import { primaryKeyPresent } from '#rules/prisma/primary-key-present.ts';
import { processedEventUnique } from '#rules/prisma/processed-event-unique.ts';
import { recordsOutliveOwner } from '#rules/prisma/records-outlive-owner.ts';
import { referenceToOneModel } from '#rules/prisma/reference-to-one-model.ts';
import { referencedKeySingle } from '#rules/prisma/referenced-key-single.ts';
import { relationNameMatchesKey } from '#rules/prisma/relation-name-matches-key.ts';
import { relationNameTelling } from '#rules/prisma/relation-name-telling.ts';
import { relationOnDeleteStated } from '#rules/prisma/relation-on-delete-stated.ts';
import { rowsInsertable } from '#rules/prisma/rows-insertable.ts';
import { rowsNotInJson } from '#rules/prisma/rows-not-in-json.ts';
import { secretProtected } from '#rules/prisma/secret-protected.ts';
import { setDefaultHasDefault } from '#rules/prisma/set-default-has-default.ts';
import { softDeleteIndexed } from '#rules/prisma/soft-delete-indexed.ts';
import { softDeleteOnce } from '#rules/prisma/soft-delete-once.ts';
import { softDeletePolicy } from '#rules/prisma/soft-delete-policy.ts';
import { softDeleteShape } from '#rules/prisma/soft-delete-shape.ts';
import { softDeleteUnique } from '#rules/prisma/soft-delete-unique.ts';
import { softDeletedNotCascaded } from '#rules/prisma/soft-deleted-not-cascaded.ts';
import { sqliteOutgrown } from '#rules/prisma/sqlite-outgrown.ts';
import { stateSingle } from '#rules/prisma/state-single.ts';
import { statusEnumerated } from '#rules/prisma/status-enumerated.ts';
import { stringLengthPolicy } from '#rules/prisma/string-length-policy.ts';
import { tableNameMapped } from '#rules/prisma/table-name-mapped.ts';
import { tableNameNotReserved } from '#rules/prisma/table-name-not-reserved.ts';
import { tenantIndexLeading } from '#rules/prisma/tenant-index-leading.ts';
import { tenantKeptInRelation } from '#rules/prisma/tenant-kept-in-relation.ts';
import { tenantRequired } from '#rules/prisma/tenant-required.ts';
import { tenantScoped } from '#rules/prisma/tenant-scoped.ts';
import { tenantUniqueScoped } from '#rules/prisma/tenant-unique-scoped.ts';
import { timeZoneConsistent } from '#rules/prisma/time-zone-consistent.ts';
import { timestampsPresent } from '#rules/prisma/timestamps-present.ts';
import { treeNotCascaded } from '#rules/prisma/tree-not-cascaded.ts';
import { uniqueWithoutNull } from '#rules/prisma/unique-without-null.ts';
import { updatedAtAttribute } from '#rules/prisma/updated-at-attribute.ts';
import { updatedAtDefault } from '#rules/prisma/updated-at-default.ts';
import { urlFromEnvironment } from '#rules/prisma/url-from-environment.ts';
import { uuidNative } from '#rules/prisma/uuid-native.ts';
import { webhookDeliveryRetried } from '#rules/prisma/webhook-delivery-retried.ts';

/** Every rule, by id. */
export const rules: readonly Rule[] = [
  bigintKeyWritten,
  bodyNotRequired,
  callbackKept,
  columnDefaultKept,
  columnInStep,
  columnKept,
  columnRenamedMapped,
  defaultKept,
  deleteRuleKept,
  enumDefaultLater,
  enumValueKept,
  filterIndexKept,
  headerKept,
  indexKept,
  joinTableKept,
  keyKept,
  mapKept,
  mediaTypeKept,
  newColumnSent,
  nullsFilled,
  oauthFlowKept,
  operationIdKept,
  operationKept,
  parameterKept,
  parameterNotRequired,
  pathKept,
  providerKept,
  requestNotLimited,
  requestNothingMoreRequired,
  requestPropertyKept,
  requestStillAccepted,
  requiredColumnFilled,
  responseOptionalPropertyKept,
  responsePropertyKept,
  responseStillUnderstood,
  responseValuesKnown,
  returnedColumnKept,
  securityNotRaised,
  securitySchemeKept,
  serverKept,
  statusKept,
  styleKept,
  tableKept,
  tableNotBlocked,
  tableRenamedMapped,
  typeCast,
  uniqueKept,
  uniqueProbed,
  valuesStillFit,
  versionRaised,
  webhookKept,
  bigintAsString,
  cursorOrderUnique,
  decimalAsString,
  defaultColumnOptional,
  defaultMatches,
  embeddedListBounded,
  enumCasingMatches,
  enumMatches,
  filterIndexed,
  generatedColumnReadOnly,
  idempotencyKeyStored,
  internalColumnHidden,
  lengthMatches,
  logPagedByCursor,
  lookupUnique,
  nullableMatches,
  numberFitsColumn,
  pathIdMatches,
  publicIdUnguessable,
  receivedWebhookStored,
  requiredColumnSent,
  restrictedDeleteDocumented,
  schemaApartFromTable,
  searchIndexed,
  sensitiveColumnHidden,
  sentWebhookStored,
  softDeleteDocumented,
  softDeleteStored,
  typeMatches,
  uniqueConflictDocumented,
  updateGuarded,
  valueTypeFits,
  versionColumnPresent,
  versionCompared,
  acceptedFollowable,
  adminSecurityOwn,
  apiIdPresent,
  arrayNamePlural,
  arrayNotNested,
  arrayParameterSerialized,
  arrayQueryForm,
  arraySizeLimited,
  audienceDeclared,
  authSchemeStrong,
  binaryInBody,
  bodyParameterSingle,
  bodyRequiredStated,
  bodySchemaDeclared,
  booleanNotNullable,
  booleanParameterPrefixed,
  bulkRequestBounded,
  bulkResultTold,
  collectionNotReplaced,
  commonFieldTypes,
  componentDescribed,
  componentDistinct,
  componentUsed,
  conditionByEtag,
  contactComplete,
  contactPresent,
  corsOriginDocumented,
  createdLocation,
  createdReadable,
  defaultFitsSchema,
  defaultResponseDocumented,
  deleteCollectionFiltered,
  deleteNoRequestBody,
  deprecatedWithReplacement,
  deprecatedWithSunset,
  dictionaryTyped,
  discriminatorMappingResolves,
  discriminatorPropertyPresent,
  documentYaml,
  encodingMatches,
  enumCasingConsistent,
  enumFitsType,
  enumOfStrings,
  errorBodyDescribed,
  errorByStatus,
  errorCodeTold,
  errorExampleProvided,
  errorMediaTypeJson,
  errorNoInternals,
  errorProblemJson,
  errorResponseDocumented,
  errorShapeConsistent,
  etagReturned,
  etagRevalidated,
  etagWriteGuarded,
  exampleFitsSchema,
  exampleNoReference,
  exampleProvided,
  fieldExclusive,
  fieldKnown,
  fieldRequired,
  fieldTyped,
  forbiddenDocumented,
  formConsumed,
  getNoRequestBody,
  getSafe,
  headerCasingConsistent,
  headerNameValid,
  headerNoXPrefix,
  headerNotIgnored,
  idTypeConsistent,
  idempotencyConflictDocumented,
  idempotencyKeyBounded,
  infoDescribed,
  infoVersionSemantic,
  inlineSchemaNamed,
  int64AsString,
  itemNotFoundDocumented,
  itemUnique,
  jobStatusEnumerated,
  jwtPracticesCited,
  keyUnpublished,
  keyWellFormed,
  keywordKnown,
  licenseLinked,
  licensePresent,
  linkTargetExists,
  listEnvelopeConsistent,
  listInObject,
  listPaginated,
  listPropertyConsistent,
  mapSizeLimited,
  mediaTypeAllowed,
  mediaTypeSpecific,
  methodNotAllowedAllow,
  moneyDecimal,
  moneyWithCurrency,
  nameLengthBounded,
  nameNotReserved,
  namesDifferInLetters,
  nextLinkOmitted,
  nullableEnumHasNull,
  nullableTyped,
  numberFormatDeclared,
  numberRangeLimited,
  oauthFlowCurrent,
  oauthRefreshDocumented,
  oauthScopeFitsMethod,
  oauthScopeRequired,
  oauthUrlHttps,
  oneOfDistinguishable,
  operationDescribed,
  operationIdCasingConsistent,
  operationIdPresent,
  operationIdUnique,
  operationIdUrlSafe,
  operationIdVerbConsistent,
  operationTagSingle,
  operationTagged,
  operationTextOwn,
  ownKeywordPrefixed,
  pageCursorOpaque,
  pageEndTold,
  pageNextReturned,
  pageParameterOptional,
  pageParametersAlike,
  pageSizeBounded,
  pageSizeDefault,
  pageStyleConsistent,
  parameterCasingConsistent,
  parameterContentSingle,
  parameterDescribed,
  parameterExampleProvided,
  parameterNamed,
  parameterOrder,
  parameterShared,
  parameterUnique,
  patchMediaType,
  patchNoRequired,
  pathCasingConsistent,
  pathCollectionPlural,
  pathIdUnguessable,
  pathNestingShallow,
  pathNoActionVerb,
  pathNoCrudVerb,
  pathNoQuery,
  pathNoTrailingSlash,
  pathParameterNameConsistent,
  pathParameterNamePlain,
  pathParameterNameValid,
  pathParameterRequired,
  pathParametersMatch,
  pathParametersShared,
  pathStartsWithResource,
  pathTemplateValid,
  pathUnambiguous,
  patternAnchored,
  postCreateStatus,
  postIdempotencyKey,
  preconditionAccepted,
  preconditionFailedDocumented,
  problemMembersTyped,
  problemStatusMatches,
  propertyCasingConsistent,
  propertyDescribed,
  propertyExampleProvided,
  propertyNotNullable,
  publicCacheDocumented,
  putFullReplacement,
  putPatchDistinct,
  querystringAlone,
  rateLimitDocumented,
  rateLimitHeadersCurrent,
  rateLimitHeadersReturned,
  rateLimitRetryAfter,
  rateLimitScopeTold,
  readAuthenticated,
  readBodyDescribed,
  receivedWebhookSigned,
  redirectLocation,
  referenceAllowed,
  referenceAlone,
  referenceKind,
  referenceResolves,
  requestBodyObject,
  requestObjectClosed,
  requiredNoDefault,
  requiredStringNotEmpty,
  resourceNameSpecific,
  responseEnumExtensible,
  responseHeadersPresent,
  responseNoSecrets,
  responseOpen,
  responsePropertiesPresent,
  retryAfterTyped,
  runtimeExpressionDeclared,
  runtimeExpressionValid,
  schemaAllOfSatisfiable,
  schemaArrayItems,
  schemaBoundsOrdered,
  schemaCasingConsistent,
  schemaDirectionSensible,
  schemaDirectionSingle,
  schemaEnumDistinct,
  schemaFormatKnown,
  schemaInstantiable,
  schemaKeywordFitsType,
  schemaLimitNatural,
  schemaLoneBranch,
  schemaPatternValid,
  schemaRequiredExists,
  schemaTypeSingle,
  schemaTyped,
  schemesPresent,
  scopeDescribed,
  securedCachePrivate,
  securityDeclared,
  securitySchemeDefined,
  securitySchemeUsed,
  securityScopeDefined,
  sentPropertyReturned,
  serverAudienceDeclared,
  serverDefaultAllowed,
  serverEnvironmentNamed,
  serverErrorDocumented,
  serverFieldsReadOnly,
  serverHttps,
  serverNotExample,
  serverUrlJoins,
  serverUrlValid,
  serverVariablesMatch,
  serversPresent,
  signInRateLimited,
  sortSpecified,
  statusNoBody,
  statusRegistered,
  statusWellKnown,
  stringFormDeclared,
  stringLengthLimited,
  styleForLocation,
  styleForType,
  successResponseDocumented,
  successStatusFitsMethod,
  summaryPlain,
  summaryShort,
  sunsetAfterDeprecation,
  sunsetAhead,
  sunsetWellFormed,
  tagDeclared,
  tagDescribed,
  tagParentDefined,
  tagUnique,
  tagUsed,
  tagsAlphabetical,
  tagsPresent,
  textNoScript,
  timeFormatDeclared,
  timeNameTelling,
  traceNotOffered,
  unauthorizedChallenge,
  unauthorizedDocumented,
  unavailableRetryAfter,
  uploadSizeLimited,
  urlInputRestricted,
  urlNoCredentials,
  validationErrorDocumented,
  validationFieldsTold,
  validationStatusConsistent,
  valueAllowed,
  valueWellFormed,
  varyDocumented,
  versionInfoMatches,
  versionMajorOnly,
  versionNotInUrl,
  versionPresent,
  versionStyleConsistent,
  webhookEventTyped,
  webhookIdentified,
  webhookSigned,
  webhookStandalone,
  webhookTimestamped,
  writeAuthenticated,
  writeReturnsResource,
  amountPrecisionConsistent,
  amountWithCurrency,
  booleanRequired,
  cacheOutside,
  cardCodeNotStored,
  cascadeContained,
  cascadeNotCircular,
  clusteredKeyOrdered,
  columnNameMapped,
  createdAtDefault,
  credentialExpires,
  dateTyped,
  defaultRoleLeast,
  defaultedNotOptional,
  digitsAsText,
  emailUniqueAnyCase,
  enumNameCasingConsistent,
  enumSizeFitting,
  enumUsed,
  enumValueCasingConsistent,
  enumValuesDistinct,
  eventVersioned,
  extensionDeclared,
  fieldCasingConsistent,
  fieldTypeConsistent,
  fieldWithoutModelName,
  foreignKeyIndexed,
  foreignKeyRelated,
  foreignKeyTypeMatches,
  generatorCurrent,
  generatorOutputSet,
  graphFits,
  idStrategyConsistent,
  idempotencyAnswerStored,
  idempotencyKeyUnique,
  identifierLengthBounded,
  idsNotListed,
  ignoredFieldWritable,
  indexEqualityFirst,
  indexLengthFits,
  indexNameConsistent,
  indexNarrow,
  indexNotRedundant,
  indexSelective,
  indexTypeFits,
  indexesLimited,
  joinTableKeyed,
  keyDeclaredOnce,
  keyNotExhausted,
  knownTextFits,
  listDefaulted,
  listNamePlural,
  logUnchanged,
  longTextHeld,
  managedTableByPrimaryKey,
  modelCasingConsistent,
  modelNarrow,
  modelNumberConsistent,
  modelRelationsLimited,
  moneyExact,
  mongodbFits,
  nameFitsType,
  nativeTypeFits,
  naturalKeyUnique,
  noBlob,
  noDelimitedList,
  noRepeatingGroup,
  noTransitiveCopy,
  numberTyped,
  outboxComplete,
  outboxIndexed,
  primaryKeyPresent,
  processedEventUnique,
  recordsOutliveOwner,
  referenceToOneModel,
  referencedKeySingle,
  relationNameMatchesKey,
  relationNameTelling,
  relationOnDeleteStated,
  rowsInsertable,
  rowsNotInJson,
  secretProtected,
  setDefaultHasDefault,
  softDeleteIndexed,
  softDeleteOnce,
  softDeletePolicy,
  softDeleteShape,
  softDeleteUnique,
  softDeletedNotCascaded,
  sqliteOutgrown,
  stateSingle,
  statusEnumerated,
  stringLengthPolicy,
  tableNameMapped,
  tableNameNotReserved,
  tenantIndexLeading,
  tenantKeptInRelation,
  tenantRequired,
  tenantScoped,
  tenantUniqueScoped,
  timeZoneConsistent,
  timestampsPresent,
  treeNotCascaded,
  uniqueWithoutNull,
  updatedAtAttribute,
  updatedAtDefault,
  urlFromEnvironment,
  uuidNative,
  webhookDeliveryRetried,
];
