import type { TransferCode } from '#contracts';
import type { Language } from './language.js';

/** What stands in a statement, in one language. */
export interface StatementWords {
  language: Language;
  title: string;
  columns: Record<'number' | 'time' | 'code' | 'change' | 'balance' | 'reference' | 'id', string>;
  minutes: string;
  codes: Record<TransferCode, string>;
  /** Where lines were left out. */
  incomplete(mostLines: number): string;
  /** Minutes as people say them. */
  duration(minutes: number): string;
  page: PageWords;
}

/** What the printable page says besides. */
export interface PageWords {
  holder: string;
  volunteerNumber: string;
  city: string;
  account: string;
  days: string;
  always: string;
  asOf: string;
  balance: string;
  held: string;
  empty: string;
  totals: string;
  before: string;
  received: string;
  spent: string;
  after: string;
  count: string;
  proof: string;
  howToProve: string;
  head: string;
  noHead: string;
  provenLine: string;
  receipt: string;
  sheet: string;
}

const minus = '−';

function split(minutes: number): [sign: string, hours: number, rest: number] {
  const size = Math.abs(minutes);
  return [minutes < 0 ? minus : '', Math.floor(size / 60), size % 60];
}

const zh: StatementWords = {
  language: 'zh',
  title: '时间积分明细',
  columns: {
    ...{ number: '编号', time: '时间', code: '事项', change: '变动', balance: '余额', reference: '来源' },
    id: '转账号',
  },
  minutes: '分钟',
  codes: {
    ...{
      earn: '服务所得',
      redeem: '兑换服务',
      exchange: '服务所得（居民以积分支付）',
      gift: '转赠',
      donate: '捐赠',
      grant: '发放',
    },
    ...{ expire: '过期', reverse: '冲正', writeOff: '核销', correct: '更正', merge: '合并重复注册' },
  },
  incomplete: (most) => `仅列出最近 ${most} 笔；更早的请缩小日期范围另行导出。`,
  duration: (minutes) => {
    const [sign, hours, rest] = split(minutes);
    return `${sign}${[hours > 0 && `${hours} 小时`, (rest > 0 || hours === 0) && `${rest} 分`].filter(Boolean).join(' ')}`;
  },
  page: {
    holder: '姓名',
    volunteerNumber: '志愿者编号',
    city: '城市代码',
    account: '账户',
    days: '日期范围',
    always: '开户至今',
    asOf: '打印时间',
    balance: '当前余额',
    held: '其中冻结',
    empty: '这段时间没有变动。',
    totals: '合计',
    before: '期初余额',
    received: '存入合计',
    spent: '支出合计',
    after: '期末余额',
    count: '笔数',
    proof: '怎样核对这份明细',
    howToProve:
      '每一笔都记在公开可核对的账本里，谁也改不了。请任何人打开本站的 /verify 页面，粘贴下面的凭证；页面会拿它与当天公布的摘要比对。',
    head: '已公布的摘要',
    noHead: '这座城市还没有公布过摘要；摘要每天零点后公布。',
    provenLine: '凭证证明编号 {number} 这一笔，以及它之后的余额。',
    receipt: '凭证',
    sheet: '第 " counter(page) " 页，共 " counter(pages) " 页',
  },
};

const en: StatementWords = {
  language: 'en',
  title: 'Statement of time credits',
  columns: {
    ...{ number: 'Number', time: 'Time', code: 'What', change: 'Change', balance: 'Balance' },
    ...{ reference: 'Source', id: 'Transfer' },
  },
  minutes: 'minutes',
  codes: {
    ...{
      earn: 'Earned by service',
      redeem: 'Redeemed',
      exchange: 'Earned by service that credits pay for',
      gift: 'Gift',
      donate: 'Donation',
      grant: 'Grant',
    },
    ...{
      expire: 'Expired',
      reverse: 'Reversal',
      writeOff: 'Write-off',
      correct: 'Correction',
      merge: 'Merged registration',
    },
  },
  incomplete: (most) => `Only the newest ${most} entries; export earlier days by themselves.`,
  duration: (minutes) => {
    const [sign, hours, rest] = split(minutes);
    return `${sign}${[hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`].filter(Boolean).join(' ')}`;
  },
  page: {
    holder: 'Name',
    volunteerNumber: 'Volunteer number',
    city: 'City code',
    account: 'Account',
    days: 'Days',
    always: 'Since the account was opened',
    asOf: 'Printed',
    balance: 'Balance now',
    held: 'Of it on hold',
    empty: 'Nothing moved in these days.',
    totals: 'Totals',
    before: 'Balance before',
    received: 'Received',
    spent: 'Spent',
    after: 'Balance after',
    count: 'Entries',
    proof: 'How to check this statement',
    howToProve:
      'Every entry stands in a ledger that anybody can check and nobody can change. Anyone may open the page /verify of this site and paste the receipt below: the page holds it against the head published for that day.',
    head: 'Published head',
    noHead: 'This city has published no head yet; heads are published after midnight.',
    provenLine: 'The receipt proves entry {number} and the balance after it.',
    receipt: 'Receipt',
    sheet: 'Page " counter(page) " of " counter(pages) "',
  },
};

export const statementWords: Record<Language, StatementWords> = { zh, en };

/** Of Asia/Shanghai: `2026-03-02 09:30`. */
export function shanghaiTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
