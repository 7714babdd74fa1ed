/** Names of properties that hold a secret, as words in lower case; names that end in these words count too. */
export const secretProperties: readonly string[] = [
  'password',
  'passwd',
  'passphrase',
  'secret',
  'secret key',
  'secret access key',
  'private key',
  'password hash',
  'hashed password',
  'token hash',
  'ssn',
  'social security number',
  'cvv',
  'cvc',
  'cvv2',
];
