/** Resources that are few by nature, in the plural and lower case: their lists need no pages. */
export const lookupNames: readonly string[] =
  'countries currencies locales languages timezones regions zones continents roles permissions scopes privileges enums types kinds statuses states categories plans tiers features capabilities flags units settings options preferences configs configurations providers formats themes levels priorities severities reasons actions fields columns metrics dimensions limits quotas versions migrations environments modes methods constants holidays weekdays sizes colors brands specialties aliases emails phones identifiers origins factors tags labels attributes estimates plugins connectors integrations drivers codes models engines locations receivers downloads conflicts envs keys certificates storages firewalls replicas sinks presets commands rates admins namespaces destinations packs'.split(
    ' ',
  );
