import { wordSet } from '#rules/words/word-list.ts';

/**
 * How a path ends at which passwords, codes or tokens can be tried out: its last segment, or its last two, without casing and
 * separators.
 */
export const guessingPlaces: ReadonlySet<string> = wordSet(
  [
    'login signin logon signon authenticate userlogin adminlogin authtoken oauthtoken oauth2token oauthaccesstoken accesstoken connecttoken authlogin',
    'passwordreset resetpassword passwordforgot forgotpassword forgottenpassword forgetpassword passwordrecovery recoverpassword passwordrecover',
    'otp verifyotp otpverify validateotp sendotp mfa mfaverify verifymfa mfachallenge 2fa 2faverify verify2fa totp totpverify verifytotp',
    'verifycode codeverify verificationcode magiclink passwordless loginotp loginmfa login2fa checkpassword verifypassword verifypin',
  ].join(' '),
);
