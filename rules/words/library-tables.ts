/**
 * The tables of Better Auth and its plugins, by name in the singular, and their columns; both without casing and separators.
 * Source: its documentation, Database and the schema of each plugin.
 */
export const betterAuthTables: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  table('organization', 'id name slug logo metadata createdat'),
  table('organizationrole', 'id organizationid role permission createdat updatedat'),
  table('member', 'id organizationid userid role createdat teamid'),
  table('invitation', 'id organizationid email role status inviterid expiresat createdat teamid'),
  table('team', 'id name organizationid createdat updatedat'),
  table('teammember', 'id teamid userid createdat'),
  table('twofactor', 'id secret backupcodes userid verified'),
  table('passkey', 'id name publickey userid credentialid counter devicetype backedup transports createdat aaguid'),
  table('jwk', 'id publickey privatekey createdat expiresat'),
  table('ratelimit', 'id key count lastrequest'),
  table('ssoprovider', 'id issuer oidcconfig samlconfig userid providerid organizationid domain domainverified'),
  table('walletaddress', 'id userid address chainid isprimary createdat'),
  table('oauthapplication', 'id name icon metadata clientid clientsecret redirecturls type disabled userid createdat'),
  table('oauthconsent', 'id clientid userid scopes consentgiven createdat'),
  table(
    'account',
    'id accountid providerid userid accesstoken refreshtoken accesstokenexpiresat refreshtokenexpiresat idtoken scope password createdat updatedat',
  ),
]);

function table(name: string, columns: string): [string, ReadonlySet<string>] {
  return [name, new Set(columns.split(' '))];
}
