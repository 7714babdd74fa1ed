/** The environments servers are of: the word that names one, and those that do so in hosts and texts, in lower case. */
export const environments: readonly { readonly name: string; readonly words: readonly string[] }[] = [
  { name: 'Production', words: ['production', 'prod', 'prd', 'live'] },
  { name: 'Staging', words: ['staging', 'stage', 'stg', 'preprod', 'preproduction', 'pre', 'preview', 'uat'] },
  { name: 'Sandbox', words: ['sandbox', 'sbx', 'demo', 'trial'] },
  { name: 'Test', words: ['test', 'testing', 'tst', 'qa', 'int', 'integration', 'testnet'] },
  { name: 'Development', words: ['development', 'dev', 'local', 'localhost'] },
  { name: 'Mock', words: ['mock', 'mocks', 'mocked', 'stub'] },
  { name: 'Beta', words: ['beta', 'alpha', 'canary'] },
];
