import type { Wording } from './error.entry.js';

/** What a text must look like besides its length, and the words in which somebody who got it wrong is told. */
export interface Form extends Wording {
  pattern: RegExp;
}

const form = (pattern: RegExp, zh: string, en: string): Form => ({ pattern, zh, en });

/** The forms that contracts ask for; the words go on after "must be … characters". */
export const forms = {
  region: form(
    /^[1-9]\d(\d{2}|\d{4}|\d{7}|\d{10})?$/,
    '2、4、6、9 或 12 位区划代码',
    'a division code of 2, 4, 6, 9 or 12 digits',
  ),
  notBlank: form(/\S/, '不能只有空格', 'not only spaces'),
  /** No name begins like a formula: opened in a spreadsheet it would be one (OWASP, CSV injection). */
  personName: form(
    /^(?!\s*[=+@-])[^\t\r\n]*\S/,
    '在一行内，不能只有空格，不以 =、+、-、@ 开头',
    'on one line, not only spaces, not beginning with =, +, - or @',
  ),
  phone: form(/^[\d-]{5,20}$/, '只用数字和 -', 'digits and - only'),
  mobilePhone: form(/^1\d{10}$/, '以 1 开头的手机号', 'a mobile number beginning with 1'),
  digits: form(/^\d+$/, '只用数字', 'digits only'),
  fourOrEightDigits: form(/^\d{4}(\d{4})?$/, '四位或八位数字', 'four digits or eight'),
  clockTime: form(/^([01]\d|2[0-3]):[0-5]\d$/, '例如 09:30', 'such as 09:30'),
  month: form(/^\d{4}-(0[1-9]|1[0-2])$/, '例如 2026-02', 'such as 2026-02'),
  userName: form(
    /^[a-z0-9][a-z0-9.-]*$/,
    '只用小写字母、数字、. 和 -，以字母或数字开头',
    'lower-case letters, digits, . and - only, beginning with a letter or digit',
  ),
  lettersAndDigits: form(/^[0-9A-Za-z]+$/, '只用字母和数字', 'letters and digits only'),
  hash: form(/^[0-9a-f]{64}$/, '64 位小写十六进制数', '64 lower-case hexadecimal digits'),
  hashes: form(
    /^([0-9a-f]{64})*$/,
    '每 64 位一个小写十六进制数',
    'lower-case hexadecimal numbers of 64 digits each',
  ),
  base32: form(/^[A-Z2-7]+$/, 'Base32（A–Z、2–7）', 'Base32 (A–Z, 2–7)'),
  base64: form(/^[A-Za-z0-9+/]+={0,2}$/, 'base64', 'base64'),
  base64Url: form(/^[\w-]+$/, 'base64url（字母、数字、- 和 _）', 'base64url (letters, digits, - and _)'),
  topic: form(
    /^[a-z][a-zA-Z0-9]{1,39}$/,
    '只用字母和数字，以小写字母开头',
    'letters and digits only, beginning with a lower-case letter',
  ),
  token: form(/^[\w.-]+$/, '只用字母、数字、.、- 和 _', 'letters, digits, ., - and _ only'),
  cause: form(/^[a-zA-Z]+:[\w.-]+$/, '例如 serviceRecord:<uuid>', 'such as serviceRecord:<uuid>'),
  recurrence: form(/^[A-Za-z0-9=;,+-]+$/, '例如 FREQ=WEEKLY;BYDAY=MO', 'such as FREQ=WEEKLY;BYDAY=MO'),
  certificateNumber: form(/^ZM\d{18}$/, 'ZM 加 18 位数字', 'ZM and 18 digits'),
  certificateCode: form(
    /^[0-9A-HJKMNP-TV-Z]{12}$/,
    '数字和除 I、L、O、U 外的大写字母',
    'digits and capital letters other than I, L, O and U',
  ),
} as const;
