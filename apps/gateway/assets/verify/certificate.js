const byId = (id) => document.getElementById(id);

const verdicts = {
  effective: ['✓ 证明有效', '✓ The certificate holds'],
  inNotice: ['… 证明正在公示，尚未生效', '… In public notice, not effective yet'],
  issued: ['… 证明已出具，次日起公示', '… Issued; public notice begins the next day'],
  revoked: ['✗ 证明已撤销', '✗ The certificate was revoked'],
  unknown: ['✗ 没有这份证明', '✗ There is no such certificate'],
  unreachable: ['暂时无法核验，请稍后再试', 'It cannot be checked just now; try again later'],
};
const advice = {
  unknown: ['请核对编号与核验码；仍查不到请联系出具单位。', 'Compare number and code; else ask the issuer.'],
  revoked: ['请联系出具单位。', 'Ask the issuer.'],
};
const labels = {
  number: ['证明编号', 'Number'],
  name: ['姓名（已遮住）', 'Name (masked)'],
  period: ['服务期间', 'Period'],
  total: ['服务时长', 'Total'],
  issuerName: ['出具单位', 'Issuer'],
  contact: ['联系电话', 'Telephone'],
  issuedAt: ['出具日期', 'Issued'],
  effectiveFrom: ['生效日期', 'Effective from'],
  revokedAt: ['撤销日期', 'Revoked'],
};

let shown;
const language = () => (document.documentElement.lang === 'en' ? 1 : 0);
const dayOf = (instant) =>
  instant && new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

function speak(lang) {
  document.documentElement.lang = lang;
  document.title = lang === 'en' ? 'Shunlu · Check a certificate' : '顺路 · 核验证明';
  byId('language').textContent = lang === 'en' ? '中文' : 'English';
  byId('language').lang = lang === 'en' ? 'zh' : 'en';
  if (shown) show(shown);
}

function show(result) {
  shown = result;
  const { verdict, certificate } = result;
  const section = byId('result');
  section.hidden = false;
  section.className = verdict === 'effective' ? 'good' : '';
  byId('verdict').textContent = verdicts[verdict][language()];
  byId('reason').textContent = advice[verdict]?.[language()] ?? '';
  byId('content').replaceChildren(...(certificate ? rowsOf(certificate) : []));
}

function rowsOf(certificate) {
  const { from, to, serviceMinutes, issuedAt, effectiveFrom, revokedAt } = certificate;
  const [hours, minutes] = [Math.floor(serviceMinutes / 60), serviceMinutes % 60];
  const content = {
    ...certificate,
    period: `${from} – ${to}`,
    total: language() ? `${hours} h ${minutes} min` : `${hours} 小时 ${minutes} 分`,
    ...{ issuedAt: dayOf(issuedAt), effectiveFrom: dayOf(effectiveFrom), revokedAt: dayOf(revokedAt) },
  };
  return Object.entries(labels)
    .filter(([name]) => content[name])
    .flatMap(([name, label]) => {
      const [term, value] = [document.createElement('dt'), document.createElement('dd')];
      term.textContent = label[language()];
      value.textContent = content[name];
      return [term, value];
    });
}

async function check() {
  const [number, code] = ['number', 'code'].map((id) => byId(id).value.trim().toUpperCase());
  try {
    const query = new URLSearchParams({ number, code });
    const response = await fetch(`/api/v1/open/certificates/check?${query}`);
    if (response.status >= 429) return { verdict: 'unreachable' };
    if (!response.ok) return { verdict: 'unknown' };
    const certificate = await response.json();
    return { verdict: certificate.state, certificate };
  } catch {
    return { verdict: 'unreachable' };
  }
}

async function checkAndShow() {
  show(await check());
  byId('result').focus();
}

byId('language').addEventListener('click', () => speak(language() ? 'zh' : 'en'));
byId('form').addEventListener('submit', (event) => {
  event.preventDefault();
  void checkAndShow();
});
if (!navigator.language.startsWith('zh')) speak('en');
// What stands behind # is never sent by browsers: the paper's number and code stay here until they are asked for.
const [number, code] = location.hash.slice(1).split('.');
if (number && code) {
  byId('number').value = number;
  byId('code').value = code;
  void checkAndShow();
}
