import type { CertificateDocument, DocumentType, NeedType } from '#contracts';
import { endPdf, type Pdf, pdfMargin, shanghaiDay, startPdf } from '#platform';
import { drawQr } from './qr.js';

const title = '志愿服务记录证明';
const englishTitle = 'Certificate of volunteer service';

const categories: Record<NeedType, string> = {
  groceries: '买菜买粮 Groceries',
  medicine: '代取药品 Medicine',
  parcels: '代取快递 Parcels',
  repair: '小修小补 Repairs',
  haircut: '上门理发 Haircuts',
  company: '陪伴 Company',
  paperwork: '代办事务 Paperwork',
  disabilityCard: '残疾证办理 Disability card',
  other: '其他 Other',
};

/** Whole hours and minutes: nothing is rounded. */
function duration(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 && `${hours} 小时 h`, (rest > 0 || hours === 0) && `${rest} 分 min`]
    .filter(Boolean)
    .join(' ');
}

const day = (instant: string | undefined) => (instant === undefined ? '' : shanghaiDay(new Date(instant)));
const dayBefore = (instant: string | undefined) =>
  instant === undefined ? '' : shanghaiDay(new Date(Date.parse(instant) - 1));

const documentNames: Record<DocumentType, string> = {
  residentId: '居民身份证 Resident identity card',
  hongKongMacaoPermit: '港澳居民来往内地通行证 Mainland travel permit for Hong Kong and Macao residents',
  taiwanPermit: '台湾居民来往大陆通行证 Mainland travel permit for Taiwan residents',
  passport: '护照 Passport',
  foreignPermanentResident: '外国人永久居留身份证 Foreign permanent resident ID card',
};

type Row = [label: string, value: string];

/** What Decree 67 (2021) and joint opinion 149 (2015) ask a certificate to say. */
export function rowsOf(document: CertificateDocument): Row[] {
  const { certificate, services, contact } = document;
  return [
    ['志愿者 Volunteer', document.name],
    ['证件 Identity', `${documentNames[document.documentType ?? 'residentId']} ${document.idNumber}`],
    ['志愿者编号 Volunteer number', document.volunteerNumber],
    ['服务期间 Period', `${certificate.from} – ${certificate.to}`],
    ...services.map(({ type, services: count, serviceMinutes }): Row => [
      '服务内容 Service',
      `${categories[type]} · ${count} 次 · ${duration(serviceMinutes)}`,
    ]),
    ['服务时长合计 Total', duration(certificate.serviceMinutes ?? 0)],
    ['出具单位 Issuer', document.issuerName],
    ['负责人 In charge', document.personInCharge],
    ['经办人 Handler', document.handler],
    ...(contact === undefined ? [] : [['联系电话 Telephone', contact] satisfies Row]),
    ['证明编号 Number', certificate.number ?? ''],
    ['出具日期 Date', day(certificate.issuedAt)],
    [
      '公示 Public notice',
      `${day(certificate.noticeFrom)} – ${dayBefore(certificate.effectiveFrom)}，无异议自次日起生效 effective from the day after`,
    ],
  ];
}

/** What the QR code says: the check page; number and code stay in the browser until they are asked for. */
export function checkAddress(publicUrl: string, { certificate, checkCode }: CertificateDocument): string {
  return `${publicUrl.replace(/\/$/, '')}/verify/certificate#${certificate.number}.${checkCode}`;
}

/** The certificate as a file of one page. */
export async function certificatePdf(document: CertificateDocument, publicUrl: string): Promise<Buffer> {
  const { issuedAt = '' } = document.certificate;
  const pdf = await startPdf({ title, language: 'zh', at: new Date(issuedAt) });
  pdf.font('bold').fontSize(24).text(title, { align: 'center' });
  pdf.font('regular').fontSize(11).text(englishTitle, { align: 'center' }).moveDown(2);
  drawRows(pdf, rowsOf(document));
  drawCheck(pdf, document, checkAddress(publicUrl, document));
  return endPdf(pdf);
}

const labelWidth = 170;

function drawRows(pdf: Pdf, rows: readonly Row[]): void {
  const width = pdf.page.width - 2 * pdfMargin;
  for (const [label, value] of rows) {
    const top = pdf.y;
    pdf.font('regular').fontSize(10).fillColor('#444').text(label, pdfMargin, top, { width: labelWidth });
    const below = pdf.y;
    pdf.font('bold').fontSize(11).fillColor('black');
    pdf.text(value, pdfMargin + labelWidth, top, { width: width - labelWidth });
    pdf.y = Math.max(pdf.y, below) + 4;
    pdf.moveTo(pdfMargin, pdf.y).lineTo(pdfMargin + width, pdf.y);
    pdf.lineWidth(0.5).stroke('#bbb');
    pdf.y += 5;
  }
}

const qrSize = 110;

function drawCheck(pdf: Pdf, { checkCode }: CertificateDocument, address: string): void {
  const top = pdf.y + 18;
  drawQr(pdf, address, { x: pdfMargin, y: top, size: qrSize });
  pdf.font('regular').fontSize(10).fillColor('black');
  pdf.text(
    [
      `核验 Check: ${address.split('#')[0]}`,
      `核验码 Code: ${checkCode}`,
      '扫码或输入编号与核验码，可查看是否有效、是否已撤销。证明免费出具。',
      'Scan, or enter number and code, to see whether it holds. Certificates are free of charge.',
      '（单位盖章）  (seal)',
    ].join('\n'),
    pdfMargin + qrSize + 24,
    top,
    { width: pdf.page.width - 2 * pdfMargin - qrSize - 24, lineGap: 4 },
  );
}
