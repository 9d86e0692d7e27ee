import { contentOf, faultOf } from './receipt.js';

const byId = (id) => document.getElementById(id);

const verdicts = {
  included: ['✓ 凭证真实，在已公布的摘要中', '✓ Genuine: the receipt is in the published head'],
  malformed: ['✗ 这不是一份完整的凭证', '✗ This is not a complete receipt'],
  noHead: ['✗ 那一天没有已公布的摘要', '✗ No head is published for that day'],
  headForged: ['✗ 摘要与它自己的哈希不符', '✗ The head does not fit its own hash'],
  otherHead: ['✗ 凭证属于另一份摘要', '✗ The receipt belongs to another head'],
  textForged: ['✗ 凭证内容被改动过', '✗ The content of the receipt was changed'],
  notIncluded: ['✗ 凭证不在已公布的摘要中', '✗ The receipt is not in the published head'],
  unreachable: ['暂时无法取得摘要，请稍后再试', 'The head cannot be had just now; try again later'],
  insecure: ['请用 https 打开本页后再核对', 'Open this page over https to check'],
};
const advice = {
  included: [
    '您可以把下面的摘要哈希与别处公布的同一天摘要对照，两者应完全相同。',
    'Compare the hash of the head below with that day’s head published elsewhere: they must be the same.',
  ],
  malformed: ['请从开头的 { 到末尾的 } 完整复制。', 'Copy all of it, from the first { to the last }.'],
  other: ['请向社工站询问，并保留这份凭证。', 'Ask the station, and keep this receipt.'],
};
const codes = {
  earn: ['服务获得', 'earned by service'],
  redeem: ['兑换服务', 'redeemed'],
  gift: ['转赠', 'gift'],
  donate: ['捐赠', 'donation'],
  grant: ['发放', 'grant'],
  expire: ['到期', 'expired'],
  reverse: ['冲正', 'reversal'],
  writeOff: ['核销', 'written off'],
  correct: ['更正', 'correction'],
};
const labels = {
  sequence: ['序号', 'Number'],
  minutes: ['分钟', 'Minutes'],
  code: ['事由', 'Reason'],
  recordedAt: ['入账时间', 'Recorded'],
  reference: ['来源', 'Reference'],
  headHash: ['摘要哈希', 'Hash of the head'],
};

let shown;
const language = () => (document.documentElement.lang === 'en' ? 1 : 0);

function speak(lang) {
  document.documentElement.lang = lang;
  document.title = lang === 'en' ? 'Shunlu · Check a receipt' : '顺路 · 核对凭证';
  byId('language').textContent = lang === 'en' ? '中文' : 'English';
  byId('language').lang = lang === 'en' ? 'zh' : 'en';
  if (shown) show(shown);
}

function show(result) {
  shown = result;
  const { verdict, receipt } = result;
  const section = byId('result');
  section.hidden = false;
  section.className = verdict === 'included' ? 'good' : '';
  byId('verdict').textContent = verdicts[verdict][language()];
  const isPassing = verdict === 'unreachable' || verdict === 'insecure';
  byId('reason').textContent = isPassing ? '' : (advice[verdict] ?? advice.other)[language()];
  byId('content').replaceChildren(...(verdict === 'included' ? contentRows(receipt) : []));
}

function contentRows(receipt) {
  const content = { ...contentOf(receipt), headHash: receipt.headHash };
  const locale = language() ? 'en-GB' : 'zh-CN';
  content.code = codes[content.code]?.[language()] ?? content.code;
  content.recordedAt = content.recordedAt.toLocaleString(locale, { timeZone: 'Asia/Shanghai' });
  return Object.entries(labels).flatMap(([name, label]) => {
    const [term, value] = [document.createElement('dt'), document.createElement('dd')];
    term.textContent = label[language()];
    value.textContent = content[name];
    return [term, value];
  });
}

async function check() {
  const receipt = parse(byId('receipt').value);
  if (!globalThis.crypto?.subtle) return { verdict: 'insecure' };
  if (!receipt) return { verdict: 'malformed' };
  const kept = byId('head').value.trim();
  const head = kept ? parse(kept) : await fetchHead(receipt);
  if (head === 'unreachable') return { verdict: head };
  if (!head) return { verdict: kept ? 'headForged' : 'noHead' };
  return { verdict: (await faultOf(receipt, head)) ?? 'included', receipt };
}

function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

/** The day and the city are all that leaves the device. */
async function fetchHead({ cityCode, day }) {
  const url = `/api/v1/ledger/heads/${encodeURIComponent(day)}?cityCode=${encodeURIComponent(cityCode)}`;
  try {
    const response = await fetch(url);
    if (response.ok) return await response.json();
    return response.status < 429 ? undefined : 'unreachable';
  } catch {
    return 'unreachable';
  }
}

byId('language').addEventListener('click', () => speak(language() ? 'zh' : 'en'));
byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void check().then((result) => {
    show(result);
    byId('result').focus();
  });
});
if (!navigator.language.startsWith('zh')) speak('en');
