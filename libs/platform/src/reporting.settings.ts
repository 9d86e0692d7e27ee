import { choice, text } from './setting.js';

export const reportingSettings = {
  populationFile: text(
    'POPULATION_FILE',
    '人口表（code,persons,qualifier,source），相对于项目目录；没有数字的区划不算比率',
    'table of population (code,persons,qualifier,source), relative to the project; a division without a figure has no ratio',
    { default: 'libs/regions/data/population.csv' },
  ),
} as const;

/** Of sending reports out. */
export const webhookSettings = {
  webhookKey: text(
    'WEBHOOK_KEY',
    '报告推送的签名主密钥，至少 32 字；空则不开通推送。换掉后每个订阅的密钥都会变',
    'master key of what reports are signed with when they are sent out, 32 characters or more; empty sends none. Another one changes the secret of every subscription',
    { default: '', secret: true },
  ),
  webhookTargets: choice(
    'WEBHOOK_TARGETS',
    ['public', 'any'],
    '报告推送的目标：仅公网 https，或任意地址（仅用于测试，或自己的内网）',
    'where reports may be sent: https on the public internet, or anywhere (for tests, or a network of one’s own)',
    'public',
  ),
} as const;
